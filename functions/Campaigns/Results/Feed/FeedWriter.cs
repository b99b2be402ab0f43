using System.Text;
using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Campaigns.Results.Feed;

/// <summary>Writes answers with OData's own library.</summary>
/// <param name="model">The feed's sets.</param>
/// <param name="root">The feed's address.</param>
/// <param name="accept">The formats that the caller takes.</param>
internal sealed class FeedWriter(FeedModel model, Uri root, string? accept)
{
    private const string XmlType = "application/xml;charset=utf-8";

    public FeedAnswer Document() => Written(new ODataUri { ServiceRoot = root }, writer => writer.WriteServiceDocument(model.Edm.GenerateServiceDocument()));

    public FeedAnswer Metadata()
    {
        var body = new FeedBody();
        using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            if (!CsdlWriter.TryWriteCsdl(model.Edm, xml, CsdlTarget.OData, out var faults))
            {
                throw new InvalidOperationException($"The feed's model cannot be written: {string.Join("; ", faults)}");
            }
        }

        return new FeedAnswer(XmlType, body.End());
    }

    /// <summary>Writes the rows of a page as they are read.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="count">How many there are in all, where that is asked.</param>
    /// <param name="next">Where the next page is; asked when all rows were written.</param>
    /// <param name="preference">Which preference was followed.</param>
    public async Task<FeedAnswer> RowsAsync(FeedQuery query, IAsyncEnumerable<object?[]> rows, long? count, Func<Uri?> next, string? preference)
    {
        var body = new FeedBody();
        var message = new FeedMessage(body);
        using (var messages = new ODataMessageWriter(message, Settings(query.Uri), model.Edm))
        {
            var set = model.Edm.EntityContainer.FindEntitySet(query.Set.Name);
            var writer = messages.CreateODataResourceSetWriter(set, set.EntityType());
            var page = new ODataResourceSet { Count = count };
            writer.WriteStart(page);
            await foreach (var row in rows)
            {
                writer.WriteStart(Resource(query, row));
                writer.WriteEnd();
            }

            page.NextPageLink = next();
            writer.WriteEnd();
            writer.Flush();
        }

        return new FeedAnswer(message.ContentType, body.End()) { Preference = preference };
    }

    /// <summary>Writes one row.</summary>
    public FeedAnswer Row(FeedQuery query, object?[] row) => Written(query.Uri, messages =>
    {
        var set = model.Edm.EntityContainer.FindEntitySet(query.Set.Name);
        var writer = messages.CreateODataResourceWriter(set, set.EntityType());
        writer.WriteStart(Resource(query, row));
        writer.WriteEnd();
        writer.Flush();
    });

    /// <summary>Writes how many rows there are.</summary>
    public static FeedAnswer Count(long rows)
    {
        var body = new FeedBody();
        body.Write(Encoding.UTF8.GetBytes(rows.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new FeedAnswer("text/plain;charset=utf-8", body.End());
    }

    private FeedAnswer Written(ODataUri uri, Action<ODataMessageWriter> write)
    {
        var body = new FeedBody();
        var message = new FeedMessage(body);
        using (var messages = new ODataMessageWriter(message, Settings(uri), model.Edm))
        {
            write(messages);
        }

        return new FeedAnswer(message.ContentType, body.End());
    }

    private static ODataResource Resource(FeedQuery query, object?[] row)
    {
        var columns = query.Set.Columns;
        return new ODataResource
        {
            TypeName = $"{FeedModel.Namespace}.{query.Set.TypeName}",
            Properties = query.Select.Select(at => new ODataProperty { Name = columns[at].Name, Value = row[at] }),
        };
    }

    private ODataMessageWriterSettings Settings(ODataUri uri)
    {
        uri.ServiceRoot = root;
        var settings = new ODataMessageWriterSettings { BaseUri = root, EnableMessageStreamDisposal = false, Version = ODataVersion.V4, ODataUri = uri, Validations = ValidationKinds.All };
        settings.SetContentType(string.IsNullOrEmpty(accept) ? "application/json;odata.metadata=minimal" : accept, "utf-8");
        return settings;
    }
}
