namespace Campaigns.Tests.Infra;

/// <summary>A Bicep file as it was read.</summary>
/// <param name="Errors">What in it is no Bicep.</param>
/// <param name="Declarations">What it declares, in its order.</param>
public sealed record BicepFile(IReadOnlyList<string> Errors, IReadOnlyList<Declaration> Declarations)
{
    public IEnumerable<Declaration> Of(string kind) => Declarations.Where(declaration => declaration.Kind == kind);

    public Declaration? Find(string kind, string name) => Of(kind).FirstOrDefault(declaration => declaration.Name == name);
}
