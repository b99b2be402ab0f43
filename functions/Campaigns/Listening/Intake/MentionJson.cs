using System.Text.Json;
using Campaigns.Channels;

namespace Campaigns.Listening.Intake;

/// <summary>Reads one mention from its JSON object, reporting every fault of it.</summary>
internal static class MentionJson
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 8 };

    /// <summary>Reads <paramref name="json"/> into <paramref name="mention"/>.</summary>
    public static void Read(ReadOnlySpan<byte> json, Mention mention, LineFaults faults)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            if (json.IsEmpty || json[0] != (byte)'{' || !reader.Read())
            {
                faults.Add(Refusal.BadSyntax, "", json, "must be one JSON object");
                return;
            }

            ReadMention(ref reader, mention, faults);
            while (reader.Read())
            {
                // Whatever follows the object makes the reader throw.
            }
        }
        catch (JsonException fault)
        {
            faults.Add(Refusal.BadSyntax, "", json, $"must be valid JSON; it is not at byte {fault.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            // The reader's word for a string that is no Unicode text.
            faults.Add(Refusal.BadSyntax, "", json, "must be valid Unicode; a text holds half of a surrogate pair or bytes that are not UTF-8");
        }
    }

    private static void ReadMention(ref Utf8JsonReader reader, Mention mention, LineFaults faults)
    {
        var once = new OnceEach();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("channel"u8))
            {
                once.Take(0, "channel", faults);
                mention.Seen |= MentionJsonFields.Channel(ref reader, mention, faults);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                once.Take(1, "id", faults);
                mention.Seen |= MentionJsonFields.Text(ref reader, mention.Id, "id", MentionLimits.LongestId, MentionRules.IdRule, faults) ? MentionFields.Id : 0;
            }
            else if (reader.ValueTextEquals("createdAt"u8))
            {
                once.Take(2, "createdAt", faults);
                mention.Seen |= MentionJsonFields.CreatedAt(ref reader, mention, faults);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                once.Take(3, "text", faults);
                mention.Seen |= MentionJsonFields.Text(ref reader, mention.Text, "text", MentionLimits.LongestText, MentionRules.TextRule, faults) ? MentionFields.Text : 0;
            }
            else if (reader.ValueTextEquals("author"u8))
            {
                once.Take(4, "author", faults);
                ReadAuthor(ref reader, mention, faults);
            }
            else if (reader.ValueTextEquals("engagement"u8))
            {
                once.Take(5, "engagement", faults);
                ReadEngagement(ref reader, mention, faults);
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                once.Take(6, "kind", faults);
                mention.Kind = MentionJsonFields.Kind(ref reader, faults);
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                once.Take(7, "url", faults);
                MentionJsonFields.Unused(ref reader, "url", 2048, faults);
            }
            else if (reader.ValueTextEquals("language"u8))
            {
                once.Take(8, "language", faults);
                MentionJsonFields.Unused(ref reader, "language", 35, faults);
                mention.Language = LanguageTags.Read(ref reader);
            }
            else
            {
                MentionJsonFields.Unknown(ref reader, "", faults);
            }
        }
    }

    private static void ReadAuthor(ref Utf8JsonReader reader, Mention mention, LineFaults faults)
    {
        if (!MentionJsonFields.IsObject(ref reader, "author", faults))
        {
            return;
        }

        var once = new OnceEach();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                once.Take(0, "author.id", faults);
                MentionJsonFields.Text(ref reader, mention.AuthorId, "author.id", MentionLimits.LongestId, MentionRules.IdRule, faults);
            }
            else if (reader.ValueTextEquals("handle"u8))
            {
                once.Take(1, "author.handle", faults);
                MentionJsonFields.Text(ref reader, mention.AuthorHandle, "author.handle", MentionLimits.LongestId, MentionRules.IdRule, faults);
            }
            else if (reader.ValueTextEquals("followers"u8))
            {
                once.Take(2, "author.followers", faults);
                mention.Followers = MentionJsonFields.Count(ref reader, "author.followers", MentionLimits.MostFollowers, faults);
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                once.Take(3, "author.kind", faults);
                mention.AuthorKind = MentionJsonFields.AuthorKind(ref reader, faults);
            }
            else
            {
                MentionJsonFields.Unknown(ref reader, "author.", faults);
            }
        }

        if (!mention.HasAuthor && faults.Reason is null)
        {
            faults.Add(Refusal.BadField, "author", "", "must have an id or a handle; leave author out where it is unknown");
        }
    }

    private static void ReadEngagement(ref Utf8JsonReader reader, Mention mention, LineFaults faults)
    {
        if (!MentionJsonFields.IsObject(ref reader, "engagement", faults))
        {
            return;
        }

        var once = new OnceEach();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("likes"u8))
            {
                once.Take(0, "engagement.likes", faults);
                mention.Likes = MentionJsonFields.Count(ref reader, "engagement.likes", MentionLimits.MostEngagement, faults);
            }
            else if (reader.ValueTextEquals("shares"u8))
            {
                once.Take(1, "engagement.shares", faults);
                mention.Shares = MentionJsonFields.Count(ref reader, "engagement.shares", MentionLimits.MostEngagement, faults);
            }
            else if (reader.ValueTextEquals("comments"u8))
            {
                once.Take(2, "engagement.comments", faults);
                mention.Comments = MentionJsonFields.Count(ref reader, "engagement.comments", MentionLimits.MostEngagement, faults);
            }
            else if (reader.ValueTextEquals("views"u8))
            {
                once.Take(3, "engagement.views", faults);
                mention.Views = MentionJsonFields.Count(ref reader, "engagement.views", MentionLimits.MostEngagement, faults);
            }
            else
            {
                MentionJsonFields.Unknown(ref reader, "engagement.", faults);
            }
        }
    }
}
