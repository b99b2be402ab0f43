// usage: node count.mjs FILE FROM TO HASHTAG...
// Counts the tweets of FILE that bear one of the hashtags and were made from FROM (inclusive) to TO (exclusive), both UTC like
// 2020-12-01T00:00:00. Uses nothing of the engine: another language, another CSV reader, the reference hashtag extractor.
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import twitter from 'twitter-text'

const [file, from, to, ...hashtags] = process.argv.slice(2)
const fold = text => text.normalize('NFKC').toLowerCase()
const wanted = new Set(hashtags.map(tag => fold(tag.replace(/^#/, ''))))

const byHashtag = Object.fromEntries([...wanted].map(tag => [tag, 0]))
const followersOf = new Map()
const seen = new Set()
let potentialImpressions = 0, likes = 0, shares = 0

for await (const tweet of createReadStream(file).pipe(parse({ columns: true, bom: true }))) {
  const at = tweet.date.replace(' ', 'T')
  // A tag twice in one tweet is one use of it.
  const tags = new Set(twitter.extractHashtags(tweet.text).map(fold).filter(tag => wanted.has(tag)))
  if (tags.size === 0 || at < from || at >= to || seen.has(tweet.id)) continue
  seen.add(tweet.id)
  for (const tag of tags) byHashtag[tag]++
  const followers = Number(tweet.user_followers)
  // The file has no author ids: the name stands for the author.
  followersOf.set(tweet.user_name, Math.max(followers, followersOf.get(tweet.user_name) ?? 0))
  potentialImpressions += followers
  likes += Number(tweet.favorites)
  shares += Number(tweet.retweets)
}

const sum = numbers => [...numbers].reduce((total, number) => total + number, 0)
console.log(JSON.stringify({
  mentions: seen.size,
  uses: { total: sum(Object.values(byHashtag)), byHashtag },
  contributors: followersOf.size,
  potentialReach: sum(followersOf.values()),
  potentialImpressions,
  engagements: { likes, shares },
}))
