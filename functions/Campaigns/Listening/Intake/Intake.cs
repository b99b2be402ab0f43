using System.Globalization;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Listening.Intake;

/// <summary>Takes in the mentions of one request: checks each line, matches it to campaigns and packs what counts.</summary>
/// <param name="campaigns">The listening campaigns.</param>
/// <param name="rules">The rules of this request's lines.</param>
/// <param name="packer">Sends what counts.</param>
/// <param name="texts">Sends what it says, without personal data, to be analysed.</param>
/// <param name="now">The time of the request, with which every record of it is stamped.</param>
/// <param name="only">The only campaigns that mentions may count for; none or null for all.</param>
internal sealed class Intake(ListenedCampaigns campaigns, MentionRules rules, MentionPacker packer, TextPacker texts, DateTimeOffset now, IReadOnlyList<string>? only = null)
{
    private const string WindowRule = "must lie within the campaign whose hashtag it uses";
    private const string TooLateRule = "is a time of a campaign whose retention is over: it counts no more";

    private readonly TextMatcher matcher = new(campaigns);
    private readonly SafeText safe = new();
    private readonly long observedAt = now.ToUnixTimeMilliseconds();
    private long charged;

    /// <summary>The line that is being read; a reader fills it in, then calls <see cref="Take"/>.</summary>
    public Mention Mention { get; } = NewMention();

    /// <summary>What the reader finds wrong with the line.</summary>
    public LineFaults Faults { get; } = new();

    /// <summary>What came for campaigns that are closed.</summary>
    public TooLateMentions TooLate { get; } = new();

    /// <summary>Takes lines of what the caller may hand in; what it answers ends the request.</summary>
    public Func<int, IResult?> Charge { get; init; } = static _ => null;

    /// <summary>Why no more lines are read, or null.</summary>
    public IResult? Refused { get; private set; }

    /// <summary>What became of the lines so far.</summary>
    public IntakeCounts Counts { get; } = new();

    /// <summary>Ends a line: counts it, and queues what it adds to campaigns.</summary>
    /// <param name="line">Its number.</param>
    public void Take(int line)
    {
        if (!Faults.IsBroken)
        {
            rules.Check(Mention, Faults);
        }

        var match = Faults.Reason is null ? Match() : LineMatch.None;
        Counts.Add(line, match, Faults);
        Mention.Clear();
        Faults.Clear();
        Faults.Shown = Counts.ShowsMore;
    }

    /// <summary>Charges the lines since the last time, and sends the packs that are full.</summary>
    public async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        ChargeLines();
        await packer.SendAsync(cancellationToken);
        await texts.SendAsync(cancellationToken);
    }

    /// <summary>Sends all that waits, and stores what was learnt of supporters.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        ChargeLines();
        await packer.FlushAsync(cancellationToken);
        await texts.FlushAsync(cancellationToken);
        foreach (var links in campaigns.All.Select(listened => listened.Links).OfType<HandleLinks>())
        {
            await links.SaveAsync(cancellationToken);
        }
    }

    /// <summary>Waits until no send is under way.</summary>
    public Task SettleAsync() => Task.WhenAll(packer.SettleAsync(), texts.SettleAsync());

    private void ChargeLines()
    {
        var lines = Counts.Accepted + Counts.Refused;
        Refused ??= lines == charged ? null : Charge((int)(lines - charged));
        charged = lines;
    }

    private static Mention NewMention()
    {
        var mention = new Mention();
        mention.Clear();
        return mention;
    }

    private LineMatch Match()
    {
        matcher.Match(Mention.Text.Span);
        var (all, isOutside, isTooLate) = (LineMatch.None, false, false);
        var text = ReadOnlySpan<byte>.Empty;
        for (var next = 0; next < matcher.Matched.Count; next++)
        {
            var slot = matcher.Matched[next];
            var (listened, match) = (campaigns.All[slot], matcher.Of(slot));
            if (only is { Count: > 0 } && !only.Contains(listened.Campaign.Id.Value))
            {
                continue;
            }

            if (!listened.Covers(Mention.CreatedAt!.Value))
            {
                // Words of a topic are nobody's own: before and after the campaign they say nothing about the line.
                isOutside |= match.Tags != 0;
                continue;
            }

            if (listened.IsClosed)
            {
                isTooLate |= match.Tags != 0 && TooLate.Add(listened.Campaign, Mention);
                continue;
            }

            all |= KindOf(match);
            if ((match.Tags | match.Topics | match.LookAlikes) == 0)
            {
                continue;
            }

            var account = listened.OwnAccountOf(Mention);
            var record = Record(listened, match, account);
            if (match.Tags != 0)
            {
                var author = listened.AuthorOf(Mention, account, out var isRefused);
                Pack(listened, record with
                {
                    Author = author,
                    AuthorKind = isRefused ? AuthorKind.Unknown : Mention.AuthorKind,
                    Followers = isRefused ? MentionRecord.Unknown : Mention.Followers,
                    LargestFollowers = isRefused ? MentionRecord.Unknown : Mention.Followers,
                    Likes = Mention.Likes,
                    Shares = Mention.Shares,
                    Comments = Mention.Comments,
                    Views = Mention.Views,
                });
            }
            else
            {
                // Who only speaks of a topic did not take part: nothing is kept of the author, not even a hash.
                Pack(listened, record);
            }

            if ((match.Tags | match.Topics) != 0 && !record.Own)
            {
                // Personal data is looked for once, however many campaigns the text counts for.
                text = text.IsEmpty ? safe.Of(Mention.Text.Span) : text;
                texts.Add(CellOf(listened, record), (ulong)(record.Key >> 64), record.Channel, match, Mention.Language, text);
            }
        }

        if (all == LineMatch.None && (isOutside || isTooLate))
        {
            var shown = Faults.Shown ? DateTimeOffset.FromUnixTimeSeconds(Mention.CreatedAt!.Value).ToString("u", CultureInfo.InvariantCulture) : "";
            Faults.Add(isTooLate ? Refusal.TooLate : Refusal.OutsideWindow, "createdAt", shown, isTooLate ? TooLateRule : WindowRule);
        }

        return all;
    }

    private static LineMatch KindOf(in TextMatch match) =>
        (match.Tags != 0 ? LineMatch.Hashtag : 0) | (match.Topics != 0 ? LineMatch.Topic : 0) | (match.LookAlikes != 0 ? LineMatch.LookAlike : 0);

    private void Pack(ListenedCampaign listened, in MentionRecord record) => packer.Add(CellOf(listened, record), listened.Shards, record);

    private CellId CellOf(ListenedCampaign listened, in MentionRecord record) =>
        new(listened.Campaign.Id.Value, listened.Campaign.Generation, Mention.CreatedAt!.Value / 3600, Shards.Of(record.Key, listened.Shards));

    /// <summary>What is kept of a mention whoever said it.</summary>
    private MentionRecord Record(ListenedCampaign listened, in TextMatch match, CampaignAccount? account) => new()
    {
        Key = listened.Keys.Mention(Mention.Channel!, Mention.Id.Span),
        Channel = Mention.Channel!,
        Tags = match.Tags,
        Topics = match.Topics,
        LookAlikes = match.LookAlikes,
        Kind = Mention.Kind,
        Own = account is not null,
        Followers = MentionRecord.Unknown,
        LargestFollowers = MentionRecord.Unknown,
        Likes = MentionRecord.Unknown,
        Shares = MentionRecord.Unknown,
        Comments = MentionRecord.Unknown,
        Views = MentionRecord.Unknown,
        Second = (int)(Mention.CreatedAt!.Value % 3600),
        ObservedAt = observedAt,
    };
}
