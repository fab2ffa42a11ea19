using System.Globalization;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary>What operators call things of the journal, the queues and the registry, on a terminal.</summary>
internal static class DossierWords
{
    /// <summary>The word of something, or its own name.</summary>
    public static string Of(string? name) => OperatorWords.Of(name);

    /// <summary>The words of alarms.</summary>
    public static string Of(DossierAlarms alarms) => OperatorWords.Of(alarms);

    /// <summary>A state by number and name.</summary>
    public static string Of(DossierState state) => string.Create(CultureInfo.InvariantCulture, $"{(int)state} {DossierStateNames.Of(state)}");
}
