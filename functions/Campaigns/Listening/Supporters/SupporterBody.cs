using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Http;
using Campaigns.Listening.Intake;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Listening.Supporters;

/// <summary>Reads a body of supporters: a JSON array, an object with one, or CSV with a header.</summary>
internal static class SupporterBody
{
    /// <summary>The greatest body, in bytes: more than the longest list of the longest fields takes as JSON.</summary>
    public const int Limit = 16 * 1024 * 1024;

    /// <summary>The most values and names of fields in it: more than the longest list has.</summary>
    private const int MostValues = 100_000;

    private static readonly string[] Columns = ["channel", "id", "handle", "name", "kind", "basis"];

    /// <summary>Reads the lines; the faults of them go to the reader's.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reader">Takes the lines.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The problem of a body that cannot be read, or null.</returns>
    public static async Task<IResult?> ReadAsync(HttpRequest request, SupporterReader reader, Faults faults, CancellationToken cancellationToken)
    {
        if (!MentionFormat.TryParse(request.ContentType ?? "application/json", out var format) || format.Kind == MentionFormatKind.Lines)
        {
            return Problems.UnsupportedMediaType("Send application/json (an array of supporters) or text/csv (with a header).");
        }

        if (format.Kind == MentionFormatKind.Csv)
        {
            var (bytes, tooLarge) = await JsonBody.ReadBytesAsync(request, Limit, cancellationToken);
            return tooLarge ?? await ReadCsvAsync(bytes, format, reader, faults, cancellationToken);
        }

        var (value, problem) = await JsonBody.ReadAsync(request, Limit, MostValues, arrayToo: true, cancellationToken);
        if (problem is null)
        {
            ReadJson(value, reader, faults);
        }

        return problem;
    }

    private static void ReadJson(JsonElement value, SupporterReader reader, Faults faults)
    {
        var body = value.ValueKind == JsonValueKind.Array ? Wrapped(value) : value;
        var fields = new Fields(body, "", faults);
        var lines = fields.Each("supporters", max: SupporterReader.Most);
        if (body.TryGetProperty("supporters", out var given) && given.ValueKind == JsonValueKind.Null)
        {
            faults.Add("supporters", given, "must be an array; an empty one names nobody");
        }
        else if (!body.TryGetProperty("supporters", out _))
        {
            fields.Any("supporters", required: true);
        }

        // What the answer adds: a list may be read, changed and put back.
        fields.Any("campaignId");
        fields.Any("updatedAt");
        fields.Done();
        foreach (var (line, path) in lines)
        {
            if (line.ValueKind == JsonValueKind.Object)
            {
                reader.Read(new Fields(line, path, faults));
            }
            else
            {
                faults.Add(path, line, "must be an object");
            }
        }
    }

    private static JsonElement Wrapped(JsonElement array) =>
        JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { ["supporters"] = array });

    private static async Task<IResult?> ReadCsvAsync(
        ReadOnlyMemory<byte> bytes, MentionFormat format, SupporterReader reader, Faults faults, CancellationToken cancellationToken)
    {
        var isOpen = false;
        await using var records = CsvReader.Create(new MemoryStream(bytes.ToArray()), CsvRecords.Options(format.Encoding, () => isOpen = true));
        try
        {
            await records.ReadHeaderAsync(cancellationToken);
            string[] headers = [.. records.Headers.Select(header => header.Trim().ToLowerInvariant())];
            foreach (var unknown in headers.Where(header => !Columns.Contains(header)).Concat(headers.CountBy(header => header).Where(header => header.Value > 1).Select(header => header.Key)))
            {
                faults.Add(unknown, unknown, $"is not a column of this list, or stands twice: the columns are {string.Join(", ", Columns)}");
            }

            if (faults.Any)
            {
                return null;
            }

            for (var count = 1; await records.ReadAsync(cancellationToken); count++)
            {
                var path = $"line {records.LineNumber}";
                if (isOpen)
                {
                    return Problems.BadRequest("The body is not valid CSV: a quotation mark that is opened is never closed.");
                }

                if (count > SupporterReader.Most)
                {
                    faults.Add("", path, $"must have at most {SupporterReader.Most} supporters");
                    return null;
                }

                Take(records, headers, path, reader, faults);
            }

            return null;
        }
        catch (CsvFormatException fault)
        {
            return Problems.BadRequest($"The body is not valid CSV: line {Math.Max(fault.LineNumber, 1)}.");
        }
    }

    private static void Take(CsvReader records, string[] headers, string path, SupporterReader reader, Faults faults)
    {
        if (records.FieldCount != headers.Length)
        {
            faults.Add(path, $"{records.FieldCount} fields", $"must have as many fields as the header, {headers.Length}");
            return;
        }

        var line = new JsonObject();
        foreach (var (column, header) in headers.Index())
        {
            if (!records.IsEmpty(column))
            {
                line[header] = CsvCell.Bare(records.GetString(column));
            }
        }

        reader.Read(new Fields(JsonSerializer.SerializeToElement(line), path, faults));
    }
}
