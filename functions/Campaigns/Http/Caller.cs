namespace Campaigns.Http;

/// <summary>Who is calling.</summary>
/// <param name="Name">As the audit names them: <c>key:NAME</c>, <c>key:(first)</c> for the configured one, <c>entra:NAME</c> or <c>local</c>.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="Campaigns">The only campaigns that they may open; empty for all.</param>
public sealed record Caller(string Name, IReadOnlyList<Role> Roles, IReadOnlyList<string> Campaigns)
{
    /// <summary>Whoever calls where no key is asked for.</summary>
    public static Caller Nobody { get; } = new("anyone", [Role.Anyone], []);

    /// <summary>Whoever is on the loopback of a local engine that has no key.</summary>
    public static Caller Local { get; } = new("local", [Role.Manager], []);

    /// <summary>Whether the engine is open to this caller because nobody else can reach it.</summary>
    public bool IsLocal => this == Local;

    /// <summary>Whether one of the roles is held; a manager holds all.</summary>
    /// <param name="allowed">The roles of a route.</param>
    public bool Has(IReadOnlyList<Role> allowed) =>
        allowed.Contains(Role.Anyone) || Roles.Contains(Role.Manager) || Roles.Any(allowed.Contains);

    /// <summary>Whether a campaign is open to them. A caller with a list of campaigns may call only what is of one of them.</summary>
    /// <param name="campaignId">The campaign of the route, or null where the route is of none.</param>
    public bool MayOpen(string? campaignId) => Campaigns.Count == 0 || (campaignId is not null && Campaigns.Contains(campaignId));
}
