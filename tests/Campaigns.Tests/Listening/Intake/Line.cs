using System.Text.Json;

namespace Campaigns.Tests.Listening.Intake;

/// <summary>Lines of NDJSON.</summary>
public static class Line
{
    public static string Of(
        string id, string text = "Give blood #MissingType", string createdAt = "2015-06-08T10:00:00Z", string channel = "x", string? author = null,
        long? followers = null, string? kind = null, string? authorKind = null, long? likes = null, long? shares = null, long? comments = null, long? views = null)
    {
        var fields = new Dictionary<string, object?> { ["channel"] = channel, ["id"] = id, ["createdAt"] = createdAt, ["text"] = text };
        if (kind is not null)
        {
            fields["kind"] = kind;
        }

        if (author is not null)
        {
            fields["author"] = new { id = author, followers, kind = authorKind };
        }

        fields["engagement"] = new { likes, shares, comments, views };
        return JsonSerializer.Serialize(fields);
    }

    public static string Join(params IEnumerable<string> lines) => string.Join('\n', lines);
}
