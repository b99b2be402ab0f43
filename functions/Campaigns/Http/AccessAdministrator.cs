using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Http;

/// <summary>Gives keys and takes them away.</summary>
/// <param name="keys">Where they rest.</param>
/// <param name="options">The first key.</param>
/// <param name="place">Where the engine runs.</param>
/// <param name="time">The clock.</param>
public sealed class AccessAdministrator(AccessKeyTable keys, IOptions<AccessOptions> options, HostPlace place, TimeProvider time)
{
    /// <summary>Makes a key (201) or, with If-Match, replaces it by a new one (200). The key is in this answer and nowhere else.</summary>
    /// <param name="name">Who holds it.</param>
    /// <param name="request">The request: <c>roles</c>, <c>campaigns</c>, <c>expires</c>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> PutAsync(string name, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        if (!PlainName.Is(name))
        {
            faults.Add("name", name, PlainName.Rule);
        }

        var (body, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var (roles, campaigns, expires) = Read(body, faults);
        if (roles.Contains(Role.Ingest) && campaigns.Count > 0)
        {
            faults.Add("campaigns", string.Join(", ", campaigns), "must be left out with the role ingest: mentions are handed in for all campaigns at once");
        }

        // A key closes the open loopback behind it: without a lasting manager nobody could open it again.
        if (!faults.Any && !(roles.Contains(Role.Manager) && expires is null && campaigns.Count == 0) && !await OthersManageAsync(name, cancellationToken))
        {
            faults.Add("roles", string.Join(", ", roles.Select(RoleName)), "must include manager, without expires and campaigns, as long as no other such key is there: nobody would be left to manage access");
        }

        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var before = await keys.TagAsync(name, cancellationToken);
        if (Preconditions.ForPut(request, before) is { } refused)
        {
            return refused;
        }

        var text = AccessKey.NewText();
        if (await keys.PutAsync(new AccessKey(name, AccessKey.HashOf(text), roles, campaigns, expires), before, cancellationToken) is not { } tag)
        {
            return Problems.PreconditionFailed();
        }

        request.HttpContext.Response.Headers.ETag = Preconditions.TagOf(tag);
        var answer = new { name, key = text, roles = roles.Select(RoleName), campaigns, expires, note = "This key is shown once." };
        return before is null ? TypedResults.Created($"/api/access/{name}", answer) : TypedResults.Ok(answer);
    }

    /// <summary>Lists keys by name, a page at a time, ended ones among them: what each allows, and its tag for changing it. The keys themselves rest nowhere.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        return faults.Any
            ? Problems.Unprocessable(faults)
            : paging.Answer(
                [.. (await keys.ListAsync(paging.After, paging.Limit + 1, cancellationToken))
                    .Select(found => new { found.Key.Name, roles = found.Key.Roles.Select(RoleName), found.Key.Campaigns, found.Key.Expires, etag = Preconditions.TagOf(found.Tag) })],
                key => key.Name);
    }

    /// <summary>Revokes a key (204); every instance refuses it within a minute.</summary>
    /// <param name="name">Who holds it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (!PlainName.Is(name) || await keys.TagAsync(name, cancellationToken) is null)
        {
            return Problems.NotFound($"There is no access key {name}.");
        }

        // Taking the very last key away opens a local engine again; in Azure the first key or sign-in is always there.
        if (!await OthersManageAsync(name, cancellationToken) && (await keys.AllAsync(cancellationToken)).Any(key => key.Name != name))
        {
            return Problems.Conflict($"{name} is the last key that manages access: make another one, or revoke the other keys first.");
        }

        await keys.DeleteAsync(name, cancellationToken);
        return TypedResults.NoContent();
    }

    private static string RoleName(Role role) => role.ToString().ToLowerInvariant();

    private (IReadOnlyList<Role> Roles, IReadOnlyList<string> Campaigns, DateTimeOffset? Expires) Read(JsonElement body, Faults faults)
    {
        var fields = new Fields(body, "", faults);
        var roles = new List<Role>();
        foreach (var (value, path) in fields.Each("roles", required: true, max: 5))
        {
            if (value.ValueKind == JsonValueKind.String && Enum.GetValues<Role>().FirstOrDefault(role => RoleName(role) == value.GetString()) is not Role.Anyone and var role)
            {
                roles.Add(role);
            }
            else
            {
                faults.Add(path, value, "must be manager, approver, responder, ingest or reader");
            }
        }

        var campaigns = new List<string>();
        foreach (var (value, path) in fields.Each("campaigns", max: 100))
        {
            if (value.ValueKind == JsonValueKind.String && PlainName.Is(value.GetString()!))
            {
                campaigns.Add(value.GetString()!);
            }
            else
            {
                faults.Add(path, value, "must be a campaign's id");
            }
        }

        var expires = Expiry(fields);
        fields.Done();
        return (roles, campaigns, expires);
    }

    private DateTimeOffset? Expiry(Fields fields)
    {
        if (fields.Text("expires") is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var expires) && expires > time.GetUtcNow())
        {
            return expires.ToUniversalTime();
        }

        fields.Faults.Add(fields.PathOf("expires"), text, "must be a time to come, such as 2027-01-01T00:00:00Z");
        return null;
    }

    /// <summary>Whether somebody else can manage access, now and later.</summary>
    private async Task<bool> OthersManageAsync(string name, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(options.Value.FirstKey) || place.SignInEnabled
        || (await keys.AllAsync(cancellationToken)).Any(key => key.Name != name && key.Roles.Contains(Role.Manager) && key.Expires is null && key.Campaigns.Count == 0);
}
