using System.Globalization;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>The codes of TrangThaiHoSo (<c>one-stop-and-portal-wire.md</c> 2.6).</summary>
public static class DossierStates
{
    private const int First = (int)DossierState.Registered;
    private const int Last = (int)DossierState.Returned;

    /// <summary>
    /// The state of a code; 11 and every other number that no list names is <see cref="DossierState.Other"/>: kept and flagged, never the
    /// current state by itself.
    /// </summary>
    /// <param name="code">The canonical code; null when there is none.</param>
    public static DossierState? Of(string? code) =>
        !int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? null
        : number is >= First and <= Last ? (DossierState)number
        : DossierState.Other;

    /// <summary>The code of a state on the wire; our own states before the agency has the dossier are 1 to the agencies.</summary>
    public static string ToWire(DossierState state) =>
        Math.Max((int)state, First).ToString(CultureInfo.InvariantCulture);
}
