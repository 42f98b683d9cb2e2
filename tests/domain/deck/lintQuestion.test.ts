// Questions that can be answered with yes or no, or that ask for anything at all, and those that are fine.
import { describe, expect, test } from 'vitest'
import { questionProblems } from '#domain/deck/lintQuestion.ts'

const yesOrNo = 'the question can be answered with yes or no; ask what, how, why or when'
const nothingAsked = 'the question has no question word and no request'
const bare = 'the question is a bare "what do you know about"; ask for one thing'

test.each([
  ['uz', 'Goroutine thread bilan bir xilmi?'],
  ['uz', 'Bu kerakmi?'],
  ['uz', 'Sharding har doim kerak boʻlarmikan?'],
  ['uz', 'Mutex ishlatganmisiz?'],
  ['uz', 'Bu toʻgʻrimi? Nega?'],
  ['ru', 'Можно ли закрыть канал дважды и почему?'],
  ['ru', 'Нужен ли индекс?'],
  ['en', 'Is a map safe, and why?'],
  ['en', 'Do goroutines leak?'],
  ['en', 'A map is shared. Can two goroutines write to it?'],
  ['en', "Isn't a channel a queue, and why?"],
  ['en', 'Should you shard?'],
] as const)('[K5] %s: %s → yes or no', (language, question) => {
  expect(questionProblems(question, language, 'concept')).toContain(yesOrNo)
})

test.each([
  ['uz', 'Kafka va RabbitMQ farqi?'],
  ['uz', 'Bu shunday.'],
  ['ru', 'Горутины и потоки?'],
  ['ru', 'Индексы.'],
  ['en', 'Goroutines or threads?'],
  ['en', 'In Go, is a map safe?'],
  ['en', 'Indexes.'],
] as const)('[K5] %s: %s → asks nothing', (language, question) => {
  expect(questionProblems(question, language, 'concept')).toEqual([nothingAsked])
})

test.each([
  ['uz', 'Kafka haqida nima bilasiz?'],
  ['uz', 'Indekslar haqida gapirib bering.'],
  ['ru', 'Что вы знаете о Kafka?'],
  ['ru', 'Расскажите про индексы.'],
  ['en', 'What do you know about Kafka?'],
  ['en', 'Tell me about indexes.'],
] as const)('[K5] %s: %s → bare', (language, question) => {
  expect(questionProblems(question, language, 'concept')).toEqual([bare])
})

describe('[K5] what passes', () => {
  test.each([
    ['uz', 'Process va thread oʻrtasidagi farq nimada?'],
    ['uz', 'Garbage collector qanday ishlaydi va u qaysi muammolarni yechadi?'],
    ['uz', 'Linux fayl tizimi qanday tuzilgan va nima uchun?'],
    ['uz', 'Bufferning eng katta hajmi qancha va nega cheklangan hajmi?'],
    ['uz', 'Rate limiter loyihalang: 10 ming foydalanuvchi uchun.'],
    ['uz', 'Quyidagi kodni tushuntiring.'],
    ['ru', 'Чем процесс отличается от потока?'],
    ['ru', 'В чём разница между процессом и потоком?'],
    ['ru', 'Сравните или опишите два уровня изоляции.'],
    ['ru', 'Спроектируйте rate limiter.'],
    ['ru', 'Сервис завис. Какую команду вы выполните?'],
    ['en', 'How does a process differ from a thread?'],
    ['en', 'How does Go pass arguments: by value or by reference?'],
    ['en', 'Design a rate limiter for an API.'],
    ['en', 'The p99 went from 40 ms to 2 s. What do you do?'],
    ['en', 'Island routing: what is it?'],
  ] as const)('%s: %s', (language, question) => {
    expect(questionProblems(question, language, 'concept')).toEqual([])
  })

  test('a story may be asked for in behavioural cards', () => {
    expect(questionProblems('Tell me about a conflict.', 'en', 'behavioural')).toEqual([])
    expect(questionProblems('Расскажите о конфликте.', 'ru', 'behavioural')).toEqual([])
  })
})

test('a question has at most 200 characters and an end', () => {
  const of = (length: number) => `What is ${'a'.repeat(length - 9)}?`
  expect(questionProblems(of(200), 'en', 'concept')).toEqual([])
  expect(questionProblems(of(201), 'en', 'concept')).toEqual(['the question has 201 characters, at most 200 fit'])
  expect(questionProblems('Explain what a map is', 'en', 'concept')).toEqual(['the question ends without "?" or "."'])
})
