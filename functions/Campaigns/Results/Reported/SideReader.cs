using Campaigns.Confidentiality;
using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Publishing;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Reported;

/// <summary>Reads what an entry is about. What tells entries of a day apart may stand in the body or in the address, as the Location of an entry has it.</summary>
internal static class SideReader
{
    private const int LongestGroup = 100;

    /// <summary>The side that a body or its address names.</summary>
    public static FigureSide Read(Fields fields, HttpRequest request, EntryKind kind) => Read(fields, request, kind, fields.Faults);

    /// <summary>The side that a query asks for.</summary>
    public static FigureSide Read(HttpRequest request, EntryKind kind, Faults faults) => Read(null, request, kind, faults);

    private static FigureSide Read(Fields? fields, HttpRequest request, EntryKind kind, Faults faults)
    {
        var (channel, account, scope) = (Either("channel"), Either("account"), Either("scope"));
        var (dimension, group, post) = kind == EntryKind.Figure ? (Group("dimension"), Group("group"), Either("post")) : default;
        if (channel is not null && !Channel.TryParse(channel, out _))
        {
            faults.Add("channel", channel, Channel.Rule);
        }

        AccountName who = default;
        if (account is not null && !AccountName.TryParse(account, out who))
        {
            faults.Add("account", account, AccountName.Rule);
        }

        if (account is not null && channel is null)
        {
            faults.Add("channel", (string?)null, "is required where there is an account");
        }

        if (scope is not null && !FigureSide.Scopes.Contains(scope))
        {
            faults.Add("scope", scope, $"must be one of {string.Join(", ", FigureSide.Scopes)}");
        }

        if (post is not null && !PostId.TryParse(post, out _))
        {
            faults.Add("post", post, PostId.Rule);
        }

        return new FigureSide(channel, account is null ? null : who.Value, scope) { Dimension = dimension, Group = group, Post = post };

        string? Either(string name, int max = 1000)
        {
            var (inBody, inQuery) = (fields?.Text(name, max: max), request.Query[name].FirstOrDefault());
            if (inBody is not null && inQuery is not null && inBody != inQuery)
            {
                faults.Add(name, inBody, "is another one than in the address");
            }

            return inBody ?? (string.IsNullOrEmpty(inQuery) ? null : inQuery);
        }

        // A group is one of many people; what identifies one of them is no group.
        string? Group(string name)
        {
            var text = Either(name, LongestGroup)?.Trim();
            if (text?.Length > LongestGroup)
            {
                faults.Add(name, text, $"must be at most {LongestGroup} characters");
            }
            else if (text is not null && PersonalData.Find(text).Any())
            {
                faults.Add(name, PersonalData.Redact(text), "must be a group of people, without what identifies one of them");
            }

            return text;
        }
    }
}
