// Settings are kept one by one, and what cannot be used is named and left alone.
import { describe, expect, test } from 'vitest'
import { defaultSettings, InvalidSettingsError } from '#domain/study/settings.ts'
import { openDatabase } from '#storage/open.ts'
import { loadSettings, saveSettings } from '#storage/settingsStore.ts'
import { createUserDatabase } from '#storage/userDatabase.ts'
import { freshEngine } from '#support/databaseEngine.ts'

describe('settings', () => {
  test('are the defaults in an empty database', async () => {
    expect(await loadSettings(createUserDatabase(freshEngine()))).toEqual({ settings: defaultSettings, rejected: [] })
  })

  test('[T2] keep what was changed, also by two screens at once', async () => {
    const database = createUserDatabase(freshEngine())
    await Promise.all([saveSettings(database, { theme: 'dark' }), saveSettings(database, { cardLanguage: 'ru' })])
    await saveSettings(database, { cardsPerDay: 7, theme: 'light' })
    expect((await loadSettings(database)).settings).toEqual({
      ...defaultSettings,
      theme: 'light',
      cardLanguage: 'ru',
      cardsPerDay: 7,
    })
  })

  test('[T2] out of range are not written', async () => {
    const database = createUserDatabase(freshEngine())
    const saving = saveSettings(database, { cardsPerDay: 0, theme: 'dark', desiredRetention: 2 })
    await expect(saving).rejects.toThrow(InvalidSettingsError)
    await expect(saving).rejects.toMatchObject({ names: ['cardsPerDay', 'desiredRetention'] })
    expect((await loadSettings(database)).settings).toEqual(defaultSettings)
  })

  test('[T1] that another version wrote are named, not used, and stay where they are', async () => {
    const database = createUserDatabase(freshEngine())
    await openDatabase(database)
    await database.settings.bulkPut([
      { key: 'theme', value: 'sepia' },
      { key: 'inventedLater', value: 1 },
      { key: 'cardsPerDay', value: 7 },
    ])
    const { settings, rejected } = await loadSettings(database)
    expect(settings).toEqual({ ...defaultSettings, cardsPerDay: 7 })
    expect(rejected.toSorted()).toEqual(['inventedLater', 'theme'])
    await saveSettings(database, { cardsPerDay: 8 })
    expect(await database.settings.get('inventedLater')).toEqual({ key: 'inventedLater', value: 1 })
  })
})
