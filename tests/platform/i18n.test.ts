// Which language a first visit has, and how the words of another one come.
import { describe, expect, test, vi } from 'vitest'
import type { Language } from '#domain/language.ts'
import { createI18n, fetchWords, loadLanguage, preferredLanguage, type LoadWords } from '#platform/i18n.ts'
import { loadTestWords, words } from '#support/appSurroundings.ts'

describe('the language of a first visit', () => {
  test.each<[readonly string[], Language]>([
    [['uz-Latn-UZ'], 'uz'],
    [['uz-Cyrl'], 'uz'],
    [['uz'], 'uz'],
    [['UZ-uz'], 'uz'],
    [['ru-RU'], 'ru'],
    [['en-GB'], 'en'],
    [['de'], 'en'],
    [['de', 'ru'], 'ru'],
    [['kaa', 'uz-UZ', 'ru'], 'uz'],
    [['de', 'fr-FR'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ])('%j: %s', (tags, language) => {
    expect(preferredLanguage(tags)).toBe(language)
  })
})

describe('the words of a language', () => {
  test('are made ready without being shown yet, and only once', async () => {
    const instance = await createI18n('en', loadTestWords)
    const load = vi.fn<LoadWords>(loadTestWords)
    await loadLanguage(instance, 'ru', load)
    expect(instance.t('today.start')).toBe('Start')
    await loadLanguage(instance, 'ru', load)
    await loadLanguage(instance, 'en', load)
    expect(load.mock.calls).toEqual([['ru']])
    await instance.changeLanguage('ru')
    expect(instance.t('today.start')).toBe('Начать')
  })

  test('that cannot be loaded leave the language as it is, and can be asked for again', async () => {
    const instance = await createI18n('en', loadTestWords)
    const offline = loadLanguage(instance, 'ru', () => Promise.reject(new Error('offline')))
    await expect(offline).rejects.toThrow('offline')
    expect(instance.t('today.start')).toBe('Start')
    await loadLanguage(instance, 'ru', loadTestWords)
    await instance.changeLanguage('ru')
    expect(instance.t('today.start')).toBe('Начать')
  })

  test('are not escaped: React does that', async () => {
    const instance = await createI18n('en', loadTestWords)
    expect(instance.t('study.otherLanguage', { language: '<i> & "x"' })).toContain('<i> & "x"')
  })

  test.each<Language>(['uz', 'ru', 'en'])('come from a file of the site: %s', async (language) => {
    const asked: string[] = []
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address)
      return Promise.resolve(new Response(JSON.stringify(words[language])))
    })
    expect(await fetchWords(language)).toEqual(words[language])
    expect(asked).toEqual([expect.stringContaining(`${language}.json`)])
    vi.unstubAllGlobals()
  })

  test('that the server does not have are an error that names them', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))
    await expect(fetchWords('ru')).rejects.toThrow('The words of ru cannot be loaded (404)')
    vi.unstubAllGlobals()
  })
})
