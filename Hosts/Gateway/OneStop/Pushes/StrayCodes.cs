using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>
/// Codes of our own range that an agency names and that we do not know: given out in a life of the database that a restore has lost.
/// Operators see them; the code is never given to another dossier.
/// </summary>
internal sealed class StrayCodes(DossierCodeOptions options)
{
    /// <summary>The rows that note a code, if it is of our range.</summary>
    /// <param name="call">The call.</param>
    /// <param name="code">The code, which no dossier of ours has.</param>
    /// <param name="born">Whether the dossier is registered now, as one that the agency received itself.</param>
    public IReadOnlyList<object> Note(SystemCall call, DossierCode code, bool born = false) =>
        IsOurs(code) ? [new NoteStray(code, call.System.Code, born)] : [];

    private bool IsOurs(DossierCode code)
    {
        var sequence = code.Value.AsSpan(code.Value.LastIndexOf('-') + 1);
        return long.Parse(sequence, NumberStyles.None, CultureInfo.InvariantCulture) >= options.FirstNumber;
    }
}
