namespace Campaigns.Tests.Infra;

/// <summary>One declaration of a Bicep file.</summary>
/// <param name="Kind">parameter, variable, resource, module, output, metadata, using, target_scope.</param>
/// <param name="Name">The symbol.</param>
/// <param name="Type">The type, of a resource with its API version; the path of a module.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Existing">Whether a resource is only referred to.</param>
/// <param name="Decorators">What stands above it.</param>
public sealed record Declaration(string Kind, string Name, string Type, Expression? Value, bool Existing, IReadOnlyList<Expression> Decorators)
{
    /// <summary>What its decorator says it is for.</summary>
    public string Description => Decorators.FirstOrDefault(decorator => decorator.Value == "description") is { Parts: [var said, ..] } ? said.Value! : "";

    /// <summary>A resource's type without its version.</summary>
    public string ResourceType => Type.Split('@')[0];

    /// <summary>A resource's API version.</summary>
    public string ApiVersion => Type.Split('@')[^1];

    /// <summary>Whether a decorator stands above it.</summary>
    public bool Has(string decorator) => Decorators.Any(found => found.Value == decorator);
}
