// The pictures of the interface, drawn as strokes on a 24-unit square. They never carry meaning alone, so they are hidden
// from screen readers.
const paths = {
  today: 'M4 6.5h16v13H4zM4 10h16M8.5 4v4M15.5 4v4M9 14.5l2 2 4-4',
  subjects: 'M4.5 6.5C7 5 9.5 5 12 6.5c2.5-1.5 5-1.5 7.5 0v12c-2.5-1.5-5-1.5-7.5 0-2.5-1.5-5-1.5-7.5 0zM12 6.5v12',
  settings: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M13 5v4M7 10v4M15 15v4',
  close: 'M6 6l12 12M18 6L6 18',
  undo: 'M9 6L4.5 10.5 9 15M5 10.5h9a5 5 0 0 1 0 10h-3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  minus: 'M6 12h12',
  plus: 'M6 12h12M12 6v12',
  warning: 'M12 4.5L2.8 19.5h18.4zM12 10v4.5M12 17v.2',
  arrow: 'M5 12h13M13 6.5l5.5 5.5-5.5 5.5',
  external: 'M10 5H5v14h14v-5M14 5h5v5M19 5l-8 8',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
