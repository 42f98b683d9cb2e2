// Parts: lines and what they divide into, "/" between the parts here standing for "and"; none where the line is one thing.
import { describe, expect, test } from 'vitest'
import { textToParts } from '#domain/document/parts.ts'

function divide(text: string, kind: 'topic' | 'practice' = 'topic'): string {
  return textToParts(text, kind).join(' | ')
}

describe('[I5] a topic divides', () => {
  test.each([
    ['Index types: B-Tree, Hash, GIN, BRIN', 'B-Tree | Hash | GIN | BRIN'],
    ['Mutex/RWMutex/Atomic', 'Mutex | RWMutex | Atomic'],
    [
      'Linux processes, threads, signals (SIGTERM, SIGKILL, SIGQUIT)',
      'Linux processes | threads | signals | SIGTERM | SIGKILL | SIGQUIT',
    ],
    ['errors + wrapping', 'errors | wrapping'],
    ['Goroutines & scheduler', 'Goroutines | scheduler'],
    ['OSI Model, TCP/UDP, HTTP/HTTPS, FTP', 'OSI Model | TCP | UDP | HTTP | HTTPS | FTP'],
    ['TLS handshake (client hello → server hello → key exchange)', 'client hello | server hello | key exchange'],
    ['HTTP/2 multiplexing, server push, keep-alive', 'HTTP/2 multiplexing | server push | keep-alive'],
    ['How Computer & OS works (Folder structure, /etc, /var)', 'Folder structure | /etc | /var'],
    [
      'Pointers, scope (local/global), pass by value/reference',
      'Pointers | scope | local | global | pass by value | pass by reference',
    ],
    ['context: cancel/deadline propagation', 'cancel propagation | deadline propagation'],
    ['net/http: middleware, timeouts', 'middleware | timeouts'],
    ['encoding/json и альтернативы', 'encoding/json | альтернативы'],
    ['Basics Kafka/NATS: partitions, consumer groups', 'Basics Kafka | Basics NATS | partitions | consumer groups'],
    ['RabbitMQ va Kafka (producer, topic)', 'RabbitMQ | Kafka | producer | topic'],
    ['Stack vs Heap, escape analysis', 'Stack vs Heap | escape analysis'],
    ['Debugging (delve), pprof (CPU/RAM profiling)', 'Debugging (delve) | pprof | CPU profiling | RAM profiling'],
    ['Requirement → Design → Deploy', 'Requirement | Design | Deploy'],
    ['strace, lsof, htop bilan real app trace qilish', 'strace | lsof | htop'],
    ['tcpdump, netstat, ip route bilan network debug', 'tcpdump | netstat | ip route'],
    ['GraphQL (dataloader, N+1 fix)', 'dataloader | N+1 fix'],
    ['Kubernetes basics (minikube: Deployment, Service)', 'Deployment | Service'],
    ['CI/CD (GitHub Actions / GitLab CI)', 'GitHub Actions | GitLab CI'],
  ])('%s', (text, parts) => {
    expect(divide(text)).toBe(parts)
  })
})

describe('[I5] one thing stays whole', () => {
  test.each([
    'RabbitMQ vs Kafka real case’lar',
    'Token bucket vs Leaky bucket vs Sliding window',
    'Scalability: vertical vs horizontal',
    'Eviction policies (allkeys-lru vs volatile-lfu)',
    'CI/CD',
    'Pub/Sub',
    'I/O latency p99, ',
    'TCP/IP',
    'HTTP/2',
    '/proc filesystem',
    'client/server model',
    'Ports & Adapters pattern',
    'runtime/trace',
    'Escape analysis (go build -gcflags="-m")',
    'Go 1.26, ',
    '24/7 support',
    'API Gateway design → har kuni 1 design + diagram + 45 min video record',
  ])('%s', (text) => {
    expect(divide(text)).toBe('')
  })
})

describe('[I5] practice', () => {
  test.each([
    ['Gin app’ga HTTP/2 enforce qiling, nginx config yozing', 'Gin app’ga HTTP/2 enforce qiling | nginx config yozing'],
    ['PostgreSQL o‘rnatib, 20 ta query yoz (JOIN, INDEX bilan)', 'JOIN | INDEX'],
    ['Online Test’da slow query topib, index qo‘shing', ''],
    ['curl va tcpdump bilan HTTP requestlarni tutib ko‘r', ''],
    ['Найти и исправить race-condition', ''],
    ['Очередь задач (in-memory или Redis)', ''],
    ['Monolith → microservices refactor', ''],
    ['gateway → REST', ''],
    ['Pipeline c fan-in/fan-out', ''],
    ['Go producer + consumer yozing (segmentio/kafka-go)', 'Go producer | consumer yozing (segmentio/kafka-go)'],
    ['CI pipeline: lint → test → build → push', 'lint | test | build | push'],
    [
      'pprof endpoint qo‘shing, bottleneck toping → GitHub commit + review',
      'pprof endpoint qo‘shing | bottleneck toping',
    ],
    ['Cache bug simulate qilib, fix qiling → commit + review', ''],
    ['Rezyume final + behavioral answers tayyorlash + full mock interview', ''],
    [
      'Cache layer + fallback: Redis caching + fallback DB read',
      'Cache layer | fallback | Redis caching | fallback DB read',
    ],
    ['service test → CRUD endpoints + internal verification', 'service test | CRUD endpoints | internal verification'],
  ])('%s', (text, parts) => {
    expect(divide(text, 'practice')).toBe(parts)
  })
})
