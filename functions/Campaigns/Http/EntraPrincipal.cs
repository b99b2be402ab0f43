using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http;

/// <summary>Reads the principal that App Service authentication puts in front of the app.</summary>
public static class EntraPrincipal
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>The one identity provider that the engine is deployed with.</summary>
    private const string Provider = "aad";

    /// <summary>More than App Service ever writes; every caller's other headers have to fit beside it.</summary>
    private const int Longest = 32 * 1024;

    private const int LongestName = 64;

    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];
    private static readonly string[] ObjectClaims = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Reads the caller from the header: roles are the app roles of the same names as <see cref="Role"/>.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The caller, or null where there is no header or it is not one that App Service wrote.</returns>
    public static Caller? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // App Service writes one; where there are two, one of them is somebody else's.
        if (request.Headers[Header] is not [{ Length: > 0 and <= Longest } header])
        {
            return null;
        }

        try
        {
            var principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header), Strict);
            var claims = (principal?.Claims ?? []).OfType<Claim>().ToArray();
            var name = ValueOf(claims, ObjectClaims) ?? ValueOf(claims, ["appid"]);
            return principal?.Provider != Provider || name is null || !IsName(name) ? null
                : new Caller($"entra:{name}", [.. claims.Where(claim => RoleClaims.Contains(claim.Typ)).Select(claim => RoleOf(claim.Val)).OfType<Role>().Distinct()], []);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? ValueOf(Claim[] claims, string[] types) => claims.FirstOrDefault(claim => types.Contains(claim.Typ))?.Val;

    /// <summary>By its name alone: a number or a list is no role, although the enumeration would parse it.</summary>
    private static Role? RoleOf(string? text) => Enum.GetValues<Role>()
        .Where(role => role != Role.Anyone && string.Equals(role.ToString(), text, StringComparison.OrdinalIgnoreCase)).Select(role => (Role?)role).FirstOrDefault();

    /// <summary>It stands in the audit: what an object's id cannot have is not let in there.</summary>
    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private sealed record Principal([property: JsonPropertyName("auth_typ")] string? Provider, IReadOnlyList<Claim?>? Claims);

    private sealed record Claim(string? Typ, string? Val);
}
