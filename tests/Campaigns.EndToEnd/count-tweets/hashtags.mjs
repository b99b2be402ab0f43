// usage: node hashtags.mjs FILE...
// Counts every hashtag of the files: how many tweets bear it, a tag twice in one tweet being one use of it. Prints one object,
// { file: { tweets, hashtags: { tag: tweets } } }. Uses nothing of the engine: another language, other readers, the reference hashtag extractor.
//   *.csv in UTF-8        tweets with an id; the same id again is the same tweet
//   *_all_tweets.csv      in CP949, ids damaged by a spreadsheet: author, date and text stand for the tweet
//   *.txt                 id|date|text
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import twitter from 'twitter-text'

const fold = tag => tag.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ')

function * tweetsOf (file) {
  if (file.endsWith('.txt')) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue
      const [id, , ...text] = line.split('|')
      yield { key: id, text: text.join('|') }
    }
  } else {
    const isDamaged = file.endsWith('_all_tweets.csv')
    const content = new TextDecoder(isDamaged ? 'euc-kr' : 'utf-8').decode(readFileSync(file))
    for (const row of parse(content, { columns: true, relax_column_count: true })) {
      yield { key: isDamaged ? JSON.stringify([row.user_name, row.date, row.text]) : row.id, text: row.text }
    }
  }
}

const answer = {}
for (const file of process.argv.slice(2)) {
  const tweets = new Map()
  for (const { key, text } of tweetsOf(file)) {
    const tags = tweets.get(key) ?? new Set()
    for (const tag of twitter.extractHashtags(text)) tags.add(fold(tag))
    tweets.set(key, tags)
  }

  const hashtags = {}
  for (const tags of tweets.values()) for (const tag of tags) hashtags[tag] = (hashtags[tag] ?? 0) + 1
  answer[basename(file)] = { tweets: tweets.size, hashtags }
}

console.log(JSON.stringify(answer))
