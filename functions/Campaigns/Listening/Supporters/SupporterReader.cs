using Campaigns.Channels;
using Campaigns.Http;
using Campaigns.Planning;

namespace Campaigns.Listening.Supporters;

/// <summary>Reads the lines of a supporters' list by their rules, all faults at once.</summary>
internal sealed class SupporterReader(Faults faults)
{
    /// <summary>The most lines of a list.</summary>
    public const int Most = 5000;

    private const string KindRule = "must be organisation or publicFigure: nobody else is named";
    private const string IdRule = "must have no control characters and no blanks at either end";
    private const string Again = "is listed before for this channel";

    private readonly HashSet<(string Channel, string Id)> ids = [];
    private readonly HashSet<(string Channel, string Handle)> handles = [];

    /// <summary>The good lines so far.</summary>
    public List<SupporterEntry> Entries { get; } = [];

    public void Read(Fields line)
    {
        var channel = line.Text("channel", required: true);
        if (channel is not null && !Channel.TryParse(channel, out _))
        {
            faults.Add(line.PathOf("channel"), channel, Channel.Rule);
            channel = null;
        }

        var (id, handle) = (Account(line, "id"), Account(line, "handle")?.TrimStart('@'));
        var name = Plain(line, "name", 200);
        var kind = Kind(line);
        var basis = Plain(line, "basis", 500);
        if (line.Any("id") is null && line.Any("handle") is null)
        {
            faults.Add(line.PathOf("id"), (string?)null, "or handle is required: by one of the two the account is known");
        }

        line.Done();
        if (handle is "")
        {
            faults.Add(line.PathOf("handle"), "@", "must have more than the sign");
        }
        else if (channel is not null && IsNew(line, channel, id, handle) && name is not null && kind is not null && basis is not null && (id ?? handle) is not null)
        {
            Entries.Add(new SupporterEntry(channel, id, handle, name, kind.Value, basis));
        }
    }

    private bool IsNew(Fields line, string channel, string? id, string? handle)
    {
        var isNew = true;
        if (id is not null && !ids.Add((channel, id)))
        {
            faults.Add(line.PathOf("id"), id, Again);
            isNew = false;
        }

        if (handle is not null && !handles.Add((channel, handle.ToLowerInvariant())))
        {
            faults.Add(line.PathOf("handle"), handle, Again);
            isNew = false;
        }

        return isNew;
    }

    private string? Account(Fields line, string name) => Checked(line, name, line.Text(name, max: MentionLimits.LongestId));

    private string? Plain(Fields line, string name, int max) => Checked(line, name, line.Text(name, required: true, max: max));

    private string? Checked(Fields line, string name, string? text)
    {
        if (text is null || (text.Trim() == text && !text.Any(char.IsControl)))
        {
            return text;
        }

        faults.Add(line.PathOf(name), text, IdRule);
        return null;
    }

    private SupporterKind? Kind(Fields line)
    {
        switch (line.Text("kind", required: true))
        {
            case null:
                return null;
            case "organisation":
                return SupporterKind.Organisation;
            case "publicFigure":
                return SupporterKind.PublicFigure;
            case var other:
                faults.Add(line.PathOf("kind"), other, KindRule);
                return null;
        }
    }
}
