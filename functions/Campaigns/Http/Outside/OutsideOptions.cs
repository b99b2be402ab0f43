using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Campaigns.Http.Outside;

/// <summary>Which addresses the engine calls where people who use it say so: pictures of posts, feeds of blogs, webhooks.</summary>
public sealed class OutsideOptions : IValidatableObject
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Outside";

    /// <summary>For development only: private addresses too, any port, and plain HTTP to this machine.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>The ports that an address may have, with commas between them.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Ports { get; set; } = "443";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Listed().All(port => ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
        {
            yield return new ValidationResult("Outside:Ports must be ports with commas between them, such as 443,8443.", [nameof(Ports)]);
        }
    }

    internal bool Allows(int port) => AllowPrivateAddresses || Listed().Contains(port.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private string[] Listed() => Ports.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
