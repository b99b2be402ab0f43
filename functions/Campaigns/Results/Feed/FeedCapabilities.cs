using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace Campaigns.Results.Feed;

/// <summary>Declares in <c>$metadata</c> what the feed can do and what it cannot, so that clients ask for nothing else.</summary>
internal static class FeedCapabilities
{
    private const string Vocabulary = "Org.OData.Capabilities.V1";
    private const string Address = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml";

    public static void Declare(EdmModel model, EdmEntityContainer container)
    {
        var reference = new EdmReference(new Uri(Address));
        reference.AddInclude(new EdmInclude("Capabilities", Vocabulary));
        model.SetEdmReferences([reference]);

        Annotate(model, container, "SupportedFormats", Texts(["application/json;odata.metadata=minimal", "application/json;odata.metadata=none", "application/json;odata.metadata=full"]));
        Annotate(model, container, "AcceptableEncodings", Texts(["gzip"]));
        Annotate(model, container, "FilterFunctions", Texts(FilterProgram.Functions));
        foreach (var tag in (ReadOnlySpan<string>)["AsynchronousRequestsSupported", "BatchSupported", "CrossJoinSupported", "KeyAsSegmentSupported", "QuerySegmentSupported"])
        {
            Annotate(model, container, tag, No);
        }

        foreach (var set in container.EntitySets())
        {
            Annotate(model, set, "TopSupported", Yes);
            Annotate(model, set, "SkipSupported", Yes);
            Annotate(model, set, "ComputeSupported", No);
            Annotate(model, set, "IndexableByKey", Yes);
            Annotate(model, set, "SelectSupport", Record(
                ("Supported", true), ("Expandable", false), ("Searchable", false), ("Filterable", true), ("Sortable", true), ("TopSupported", true), ("SkipSupported", true),
                ("ComputeSupported", false), ("Countable", true)));
            Annotate(model, set, "CountRestrictions", Record(("Countable", true)));
            Annotate(model, set, "FilterRestrictions", Record(("Filterable", true), ("RequiresFilter", false)));
            Annotate(model, set, "SortRestrictions", Record(("Sortable", true)));
            Annotate(model, set, "ExpandRestrictions", Record(("Expandable", false)));
            Annotate(model, set, "SearchRestrictions", Record(("Searchable", false)));
            Annotate(model, set, "InsertRestrictions", Record(("Insertable", false)));
            Annotate(model, set, "UpdateRestrictions", Record(("Updatable", false)));
            Annotate(model, set, "DeleteRestrictions", Record(("Deletable", false)));
        }
    }

    private static IEdmExpression Yes => new EdmBooleanConstant(true);

    private static IEdmExpression No => new EdmBooleanConstant(false);

    private static EdmCollectionExpression Texts(IEnumerable<string> texts) => new(texts.Select(text => new EdmStringConstant(text)));

    private static EdmRecordExpression Record(params IEnumerable<(string Name, bool Value)> properties) =>
        new(properties.Select(property => new EdmPropertyConstructor(property.Name, new EdmBooleanConstant(property.Value))));

    private static void Annotate(EdmModel model, IEdmVocabularyAnnotatable target, string term, IEdmExpression value)
    {
        var known = model.FindTerm($"{Vocabulary}.{term}") ?? throw new InvalidOperationException($"The vocabulary has no term {term}.");
        var annotation = new EdmVocabularyAnnotation(target, known, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
