using Campaigns.Channels;
using Campaigns.Listening.Cells;
using CsvHelper;

namespace Campaigns.Listening.Intake;

/// <summary>Reads one mention from the record that a CSV reader stands on.</summary>
internal static class CsvMention
{
    public static void Read(CsvReader record, CsvColumns columns, Mention mention, LineFaults faults)
    {
        if (record.FieldCount != record.Headers.Count)
        {
            faults.Add(Refusal.BadSyntax, "", $"{record.FieldCount} fields", $"must have as many fields as the header, {record.Headers.Count}");
            return;
        }

        if (Has(record, columns.Channel))
        {
            mention.Seen |= MentionFields.Channel;
            mention.Channel = CsvFields.Channel(record.GetSpan(columns.Channel), faults);
        }

        if (Has(record, columns.Id))
        {
            mention.Seen |= MentionFields.Id;
            CsvFields.Text(record.GetSpan(columns.Id), mention.Id, "id", MentionLimits.LongestId, MentionRules.IdRule, faults);
        }

        if (Has(record, columns.CreatedAt))
        {
            mention.Seen |= MentionFields.CreatedAt;
            mention.CreatedAt = CsvFields.CreatedAt(record.GetSpan(columns.CreatedAt), faults);
        }

        if (columns.Text >= 0)
        {
            // A picture may come without a word: an empty text is a text.
            mention.Seen |= MentionFields.Text;
            CsvFields.Text(record.GetSpan(columns.Text), mention.Text, "text", MentionLimits.LongestText, MentionRules.TextRule, faults);
        }

        mention.Language = columns.Language < 0 ? null : LanguageTags.Find(record.GetSpan(columns.Language));
        ReadKind(record, columns, mention, faults);
        ReadAuthor(record, columns, mention, faults);
        mention.Likes = Count(record, columns.Likes, "engagement.likes", MentionLimits.MostEngagement, faults);
        mention.Shares = Count(record, columns.Shares, "engagement.shares", MentionLimits.MostEngagement, faults);
        mention.Comments = Count(record, columns.Comments, "engagement.comments", MentionLimits.MostEngagement, faults);
        mention.Views = Count(record, columns.Views, "engagement.views", MentionLimits.MostEngagement, faults);
    }

    private static void ReadKind(CsvReader record, CsvColumns columns, Mention mention, LineFaults faults)
    {
        if (Has(record, columns.Kind))
        {
            mention.Kind = CsvFields.Kind(record.GetSpan(columns.Kind), faults);
        }
        else if (Has(record, columns.IsShare))
        {
            mention.Kind = CsvFields.KindOfShare(record.GetSpan(columns.IsShare), faults);
        }
    }

    private static void ReadAuthor(CsvReader record, CsvColumns columns, Mention mention, LineFaults faults)
    {
        if (Has(record, columns.AuthorId))
        {
            CsvFields.Text(record.GetSpan(columns.AuthorId), mention.AuthorId, "author.id", MentionLimits.LongestId, MentionRules.IdRule, faults);
        }

        if (Has(record, columns.AuthorHandle))
        {
            CsvFields.Text(record.GetSpan(columns.AuthorHandle), mention.AuthorHandle, "author.handle", MentionLimits.LongestId, MentionRules.IdRule, faults);
        }

        if (Has(record, columns.AuthorKind))
        {
            mention.AuthorKind = CsvFields.AuthorKind(record.GetSpan(columns.AuthorKind), faults);
        }

        mention.Followers = Count(record, columns.Followers, "author.followers", MentionLimits.MostFollowers, faults);
    }

    private static long Count(CsvReader record, int column, string field, long most, LineFaults faults) =>
        column < 0 ? MentionRecord.Unknown : CsvFields.Count(record.GetSpan(column), field, most, faults);

    private static bool Has(CsvReader record, int column) => column >= 0 && !record.IsEmpty(column);
}
