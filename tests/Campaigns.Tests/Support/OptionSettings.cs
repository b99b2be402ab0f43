using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Campaigns.Tests.Support;

/// <summary>The app settings that the code reads, from its options classes.</summary>
public static class OptionSettings
{
    /// <summary>Every property of every options class, as an app setting: <c>Section__Property</c>.</summary>
    public static IEnumerable<(string Name, string Default)> Every() =>
        from type in typeof(CampaignServices).Assembly.GetTypes()
        let section = type.GetField("SectionName")?.GetRawConstantValue() as string
        where section is not null
        from setting in Properties(section, type)
        select setting;

    private static IEnumerable<(string Name, string Default)> Properties(string section, Type type)
    {
        var byDefault = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = $"{section}__{property.Name}";
            if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                // A list of settings of their own, numbered from 0 as the configuration system has it.
                foreach (var setting in Properties($"{name}__{{n}}", property.PropertyType.GetGenericArguments()[^1]))
                {
                    yield return setting;
                }
            }
            else if (property.SetMethod is not null)
            {
                var value = property.GetValue(byDefault);
                yield return (name, value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            }
        }
    }
}
