using Campaigns.Http;

namespace Campaigns.Planning;

/// <summary>Reads the fields of a campaign whose features are not built yet: kind and range are checked, so that what is stored will be good.</summary>
public static class LaterFieldsReader
{
    /// <summary>Checks the fields and says which were given.</summary>
    /// <param name="fields">The campaign document.</param>
    /// <param name="names">The fields' names.</param>
    /// <returns>Those that were given.</returns>
    public static IReadOnlyList<string> Read(Fields fields, IReadOnlyList<string> names)
    {
        fields.Address("privacyNoticeUrl");
        return [.. names.Where(name => fields.Any(name) is not null)];
    }
}
