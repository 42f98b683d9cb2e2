// The pages that nobody passes on the way to a card. Their code comes apart from the rest, in one file: with more than one
// the bundler would also cut what they share out of the first.
export { Settings } from '#features/settings/Settings.tsx'
export { Subjects } from '#features/browse/Subjects.tsx'
