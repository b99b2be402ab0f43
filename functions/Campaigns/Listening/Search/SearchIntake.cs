using System.Text;
using Campaigns.Channels;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;
using Campaigns.Listening.Texts;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Search;

/// <summary>
/// Takes in what searches find, by the way that mentions which are handed in go: by the same rules, for every campaign whose hashtags they
/// use (what a plan's own feed says, for that plan's campaign alone), and nothing counts twice however often it is found.
/// </summary>
/// <param name="storage">Where the queue of mentions is.</param>
/// <param name="options">Its name.</param>
/// <param name="texts">The name of the queue of texts.</param>
/// <param name="time">The clock.</param>
public sealed class SearchIntake(StorageRim storage, IOptions<ListeningOptions> options, IOptions<TextsOptions> texts, TimeProvider time)
{
    /// <summary>Queues what counts, and waits until the queue has it.</summary>
    /// <param name="campaigns">The listening campaigns.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="items">What was found.</param>
    /// <param name="newFrom">Seconds since 1970: what was made before was looked through already.</param>
    /// <param name="only">The only campaigns that it may count for; empty for all.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    /// <returns>How many mentions that were made from then on count in a campaign.</returns>
    public async Task<long> TakeAsync(ListenedCampaigns campaigns, string channel, IReadOnlyList<FoundItem> items, long newFrom, IReadOnlyList<string> only, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        var now = time.GetUtcNow();
        var packer = new MentionPacker(storage.Queue(options.Value.MentionsQueue));
        var intake = new Intake.Intake(campaigns, new MentionRules(now, ChannelNames.Find(channel), deriveIds: false), packer, new TextPacker(storage.Queue(texts.Value.TextsQueue)), now, only);
        var got = 0L;
        foreach (var (number, item) in items.Index())
        {
            var before = intake.Counts.Matched;
            Fill(intake.Mention, item, intake.Faults);
            intake.Take(number + 1);
            got += item.CreatedAt.ToUnixTimeSeconds() >= newFrom ? intake.Counts.Matched - before : 0;
        }

        try
        {
            await intake.FlushAsync(cancellationToken);
        }
        finally
        {
            await intake.SettleAsync();
        }

        return got;
    }

    private static void Fill(Mention mention, FoundItem item, LineFaults faults)
    {
        mention.Seen = MentionFields.Id | MentionFields.CreatedAt | MentionFields.Text;
        mention.CreatedAt = item.CreatedAt.ToUnixTimeSeconds();
        mention.Kind = item.Kind switch { "reply" => MentionKind.Reply, "share" => MentionKind.Share, "quote" => MentionKind.Quote, _ => MentionKind.Original };
        mention.Language = item.Language is null ? null : LanguageTags.Find(item.Language);
        mention.Followers = FoundRules.Followers(item.Followers) ?? MentionRecord.Unknown;
        mention.Likes = FoundRules.Engagement(item.Likes) ?? MentionRecord.Unknown;
        mention.Shares = FoundRules.Engagement(item.Shares) ?? MentionRecord.Unknown;
        mention.Comments = FoundRules.Engagement(item.Comments) ?? MentionRecord.Unknown;
        mention.Views = FoundRules.Engagement(item.Views) ?? MentionRecord.Unknown;
        if (item.Id.Length is 0 or > MentionLimits.LongestId)
        {
            faults.Add(Refusal.BadField, "id", item.Id, MentionRules.IdRule);
        }

        if (Encoding.UTF8.GetByteCount(item.Text) > MentionLimits.LongestText)
        {
            faults.Add(Refusal.BadField, "text", "", MentionRules.TextRule);
        }
        else
        {
            mention.Text.Set(item.Text);
        }

        mention.Id.Set(item.Id.Length <= MentionLimits.LongestId ? item.Id : "");
        mention.AuthorId.Set(Short(item.AuthorId));
        mention.AuthorHandle.Set(Short(item.AuthorHandle));
    }

    private static string Short(string? author) => author is { Length: <= MentionLimits.LongestId } ? author : "";
}
