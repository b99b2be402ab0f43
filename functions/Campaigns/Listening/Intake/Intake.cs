using System.Globalization;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Intake;

/// <summary>Takes in the mentions of one request: checks each line, matches it to campaigns and packs what counts.</summary>
/// <param name="campaigns">The listening campaigns.</param>
/// <param name="rules">The rules of this request's lines.</param>
/// <param name="packer">Sends what counts.</param>
/// <param name="now">The time of the request, with which every record of it is stamped.</param>
internal sealed class Intake(ListenedCampaigns campaigns, MentionRules rules, MentionPacker packer, DateTimeOffset now)
{
    private const string WindowRule = "must lie within the campaign whose hashtag it uses";

    private readonly HashtagMatcher matcher = new(campaigns);
    private readonly long observedAt = now.ToUnixTimeMilliseconds();

    /// <summary>The line that is being read; a reader fills it in, then calls <see cref="Take"/>.</summary>
    public Mention Mention { get; } = NewMention();

    /// <summary>What the reader finds wrong with the line.</summary>
    public LineFaults Faults { get; } = new();

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

        var isMatched = Faults.Reason is null && Match();
        Counts.Add(line, isMatched, Faults);
        Mention.Clear();
        Faults.Clear();
        Faults.Shown = Counts.ShowsMore;
    }

    /// <summary>Sends the packs that are full.</summary>
    public ValueTask SendAsync(CancellationToken cancellationToken) => packer.SendAsync(cancellationToken);

    /// <summary>Sends all that waits.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => packer.FlushAsync(cancellationToken);

    /// <summary>Waits until no send is under way.</summary>
    public Task SettleAsync() => packer.SettleAsync();

    private static Mention NewMention()
    {
        var mention = new Mention();
        mention.Clear();
        return mention;
    }

    private bool Match()
    {
        matcher.Match(Mention.Text.Span);
        var isMatched = false;
        foreach (var slot in matcher.Matched)
        {
            var listened = campaigns.All[slot];
            if (listened.Covers(Mention.CreatedAt!.Value))
            {
                Pack(listened, matcher.BitsOf(slot));
                isMatched = true;
            }
        }

        if (!isMatched && matcher.Matched.Count > 0)
        {
            var shown = Faults.Shown ? DateTimeOffset.FromUnixTimeSeconds(Mention.CreatedAt!.Value).ToString("u", CultureInfo.InvariantCulture) : "";
            Faults.Add(Refusal.OutsideWindow, "createdAt", shown, WindowRule);
        }

        return isMatched;
    }

    private void Pack(ListenedCampaign listened, ulong tags)
    {
        var (hour, second) = Math.DivRem(Mention.CreatedAt!.Value, 3600);
        var channel = Mention.Channel!;
        var author = !Mention.AuthorId.IsEmpty ? listened.Keys.Author(channel, Mention.AuthorId.Span)
            : !Mention.AuthorHandle.IsEmpty ? listened.Keys.AuthorByHandle(channel, Mention.AuthorHandle.Span)
            : default;
        packer.Add(new CellId(listened.Campaign.Id.Value, listened.Campaign.Generation, hour), new MentionRecord
        {
            Key = listened.Keys.Mention(channel, Mention.Id.Span),
            Author = author,
            Channel = channel,
            Tags = tags,
            Kind = Mention.Kind,
            AuthorKind = Mention.AuthorKind,
            Own = listened.IsOwn(Mention),
            Followers = Mention.Followers,
            LargestFollowers = Mention.Followers,
            Likes = Mention.Likes,
            Shares = Mention.Shares,
            Comments = Mention.Comments,
            Views = Mention.Views,
            Second = (int)second,
            ObservedAt = observedAt,
        });
    }
}
