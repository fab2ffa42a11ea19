using Microsoft.Extensions.Configuration;

namespace DichVuCong.Payments.Settings;

/// <summary>Binds sections and gathers what is wrong with them, each problem with the setting's full path and none with its value.</summary>
internal sealed class SectionReader(bool isDevelopment)
{
    private readonly List<string> _problems = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Notes a problem.</summary>
    public void Problem(IConfigurationSection section, string rule) => _problems.Add($"{section.Path} {rule}");

    /// <summary>A setting that may be left out, but is not another.</summary>
    public void MustBe(IConfigurationSection section, string name, string? value, string only)
    {
        if (value is not null && value != only) _problems.Add($"{section.Path}:{name} must be {only}.");
    }

    /// <summary>The terms of a section.</summary>
    public PartnerTerms? Terms(IConfigurationSection section, PartnerTerms defaults, bool hasFiles) =>
        Bind(section, defaults, value => value.Validate(isDevelopment, hasFiles));

    /// <summary>Fills settings from a section; null when they cannot be.</summary>
    public TSettings? Bind<TSettings>(IConfigurationSection section, TSettings settings, Func<TSettings, IEnumerable<string>> validate)
        where TSettings : class
    {
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException fault)
        {
            _problems.Add($"{PathIn(fault.Message) ?? section.Path} cannot be read as what it must be.");
            return null;
        }

        _problems.AddRange(validate(settings).Select(problem => $"{section.Path}:{problem}"));
        return settings;
    }

    /// <summary>The binder's message names the setting and repeats its value; only the name may be shown.</summary>
    private static string? PathIn(string message)
    {
        const string Before = "at 'Payments:";
        var start = message.IndexOf(Before, StringComparison.Ordinal);
        if (start < 0) return null;
        start += "at '".Length;
        var end = message.IndexOf('\'', start);
        return end < 0 ? null : message[start..end];
    }
}
