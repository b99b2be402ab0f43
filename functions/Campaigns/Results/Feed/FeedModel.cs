using Microsoft.OData.Edm;

namespace Campaigns.Results.Feed;

/// <summary>The feed's sets as OData's data model.</summary>
public sealed class FeedModel
{
    /// <summary>The namespace of the feed's types.</summary>
    public const string Namespace = "Campaigns.Feed";

    private const string ContainerName = "Feed";

    private readonly Dictionary<string, FeedSet> sets;

    /// <summary>Makes the model of some sets.</summary>
    /// <param name="sets">The sets.</param>
    internal FeedModel(IReadOnlyList<FeedSet> sets)
    {
        this.sets = sets.ToDictionary(set => set.Name, StringComparer.Ordinal);
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, ContainerName);
        model.AddElement(container);
        foreach (var set in sets)
        {
            container.AddEntitySet(set.Name, TypeOf(model, set));
        }

        FeedCapabilities.Declare(model, container);
        Edm = model;
    }

    /// <summary>The model, as OData's library has it.</summary>
    public IEdmModel Edm { get; }

    /// <summary>A set of the feed.</summary>
    internal FeedSet this[string name] => sets[name];

    private static EdmEntityType TypeOf(EdmModel model, FeedSet set)
    {
        var type = new EdmEntityType(Namespace, set.TypeName);
        foreach (var (number, column) in set.Columns.Index())
        {
            var property = type.AddStructuralProperty(column.Name, Reference(column));
            if (number == 0)
            {
                type.AddKeys(property);
            }
        }

        model.AddElement(type);
        return type;
    }

    // Moments are told to the tick, as storage has them; without a precision OData means whole seconds.
    private static IEdmPrimitiveTypeReference Reference(FeedColumn column) => column.Type == EdmPrimitiveTypeKind.DateTimeOffset
        ? EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, 7, column.IsNullable)
        : EdmCoreModel.Instance.GetPrimitive(column.Type, column.IsNullable);
}
