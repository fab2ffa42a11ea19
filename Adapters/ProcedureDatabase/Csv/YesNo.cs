using System.Diagnostics.CodeAnalysis;

namespace DichVuCong.Adapters.ProcedureDatabase.Csv;

/// <summary>The ways in which tables say yes and no.</summary>
internal static class YesNo
{
    private static readonly Dictionary<string, bool> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = true,
        ["true"] = true,
        ["1"] = true,
        ["no"] = false,
        ["false"] = false,
        ["0"] = false,
    };

    public static bool TryParse([NotNullWhen(true)] string? text, out bool value)
    {
        value = false;
        return text is not null && Words.TryGetValue(text, out value);
    }
}
