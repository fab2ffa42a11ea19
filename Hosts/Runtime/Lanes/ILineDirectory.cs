namespace DichVuCong.Runtime.Lanes;

/// <summary>The lines that exist, as decisions see them.</summary>
internal interface ILineDirectory
{
    /// <summary>The line for a key of a partner, or null when the partner has none.</summary>
    int? LineFor(string partner, string key);
}
