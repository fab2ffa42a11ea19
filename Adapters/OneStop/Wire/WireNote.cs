namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>The trace of something that was put right while reading: nothing is changed silently.</summary>
/// <param name="Code">The stable code, e.g. <c>dossier.GhiChu.trimmed</c>.</param>
/// <param name="Field">Where, in the partner's own names.</param>
public sealed record WireNote(string Code, string Field)
{
    /// <summary>A text was cut to its bound.</summary>
    internal const string Trimmed = "trimmed";

    /// <summary>Characters that PostgreSQL does not store (NUL) were taken out.</summary>
    internal const string Cleaned = "cleaned";

    /// <summary>A date that a program writes when it has none (year 1) was read as missing.</summary>
    internal const string NoDate = "noDate";
}
