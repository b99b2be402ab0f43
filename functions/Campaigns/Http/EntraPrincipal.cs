using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http;

/// <summary>Reads the principal that App Service authentication puts in front of the app.</summary>
public static class EntraPrincipal
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Reads the caller from the header: roles are the app roles of the same names as <see cref="Role"/>.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The caller, or null where there is no header or it cannot be read.</returns>
    public static Caller? Read(HttpRequest request)
    {
        if (request.Headers[Header].FirstOrDefault() is not { Length: > 0 } header)
        {
            return null;
        }

        try
        {
            var principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header), JsonSerializerOptions.Web);
            var claims = principal?.Claims ?? [];
            var roleType = principal?.RoleTyp ?? "roles";
            var roles = claims.Where(claim => claim.Typ == roleType || claim.Typ == "roles")
                .Select(claim => Enum.TryParse<Role>(claim.Val, ignoreCase: true, out var role) && role != Role.Anyone ? role : (Role?)null)
                .OfType<Role>().Distinct().ToArray();
            var name = claims.FirstOrDefault(claim => claim.Typ is "oid" or "http://schemas.microsoft.com/identity/claims/objectidentifier")?.Val
                ?? claims.FirstOrDefault(claim => claim.Typ == "appid")?.Val;
            return name is null ? null : new Caller($"entra:{name}", roles, []);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Principal(string? RoleTyp, IReadOnlyList<Claim>? Claims)
    {
        [System.Text.Json.Serialization.JsonPropertyName("role_typ")]
        public string? RoleTyp { get; init; } = RoleTyp;
    }

    private sealed record Claim(string? Typ, string? Val);
}
