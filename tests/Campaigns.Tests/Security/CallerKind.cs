using System.Text;
using System.Text.Json;
using Campaigns.Http;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Security;

/// <summary>A kind of caller: what he brings to a call.</summary>
/// <param name="Name">As the table's header has it.</param>
/// <param name="Header">A header, or null.</param>
/// <param name="Query">A query, or nothing.</param>
internal sealed record CallerKind(string Name, string? Header, string Query = "")
{
    public const string Campaign = "give-blood";
    public const string FirstKey = "a-first-key-of-more-than-thirty-two-characters";

    /// <summary>Every kind, with its keys written into the engine's storage.</summary>
    public static async Task<IReadOnlyList<CallerKind>> EveryAsync(TestEngine engine)
    {
        var keys = engine.Get<AccessKeyTable>();
        var revoked = Key("revoked");
        await keys.PutAsync(revoked with { Roles = [Role.Manager] }, null, default);
        await keys.DeleteAsync(revoked.Name, default);
        await keys.PutAsync(Key("expired") with { Roles = [Role.Manager], Expires = DateTimeOffset.UnixEpoch }, null, default);
        foreach (var role in Roles())
        {
            await keys.PutAsync(Key(Word(role)) with { Roles = [role] }, null, default);
        }

        foreach (var role in OfOne())
        {
            await keys.PutAsync(Key($"{Word(role)}-of-it") with { Roles = [role], Campaigns = [Campaign] }, null, default);
            await keys.PutAsync(Key($"{Word(role)}-of-another") with { Roles = [role], Campaigns = ["another"] }, null, default);
        }

        return
        [
            new("nobody", null),
            .. Roles().Select(role => new CallerKind(Word(role), $"x-functions-key: {Text(Word(role))}")),
            new("reader by `?code=`", null, $"?code={Text("reader")}"),
            new("manager by `?code=`", null, $"?code={Text("manager")}"),
            .. OfOne().Select(role => new CallerKind($"{Word(role)} of the campaign", $"x-functions-key: {Text($"{Word(role)}-of-it")}")),
            .. OfOne().Select(role => new CallerKind($"{Word(role)} of another campaign", $"x-functions-key: {Text($"{Word(role)}-of-another")}")),
            new("expired", $"x-functions-key: {Text("expired")}"),
            new("revoked", $"x-functions-key: {Text("revoked")}"),
            new("signed in, no role", Principal()),
            .. Roles().Select(role => new CallerKind($"signed in, {role}", Principal(role.ToString()))),
        ];
    }

    private static IEnumerable<Role> Roles() => Enum.GetValues<Role>().Where(role => role != Role.Anyone);

    /// <summary>Those whose keys can be for some campaigns: mentions are handed in for all at once.</summary>
    private static IEnumerable<Role> OfOne() => Roles().Where(role => role != Role.Ingest);

    private static string Word(Role role) => role.ToString().ToLowerInvariant();

    private static string Text(string name) => $"the-key-of-{name}-{new string('k', 32)}";

    private static AccessKey Key(string name) => new(name, AccessKey.HashOf(Text(name)), [], [], null);

    private static string Principal(params string[] roles) => $"{EntraPrincipal.Header}: " + Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = "aad",
        role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        claims = roles.Select(role => new { typ = "roles", val = role }).Prepend(new { typ = "oid", val = "7f4c0c0e-0000-4000-8000-000000000001" }),
    })));
}
