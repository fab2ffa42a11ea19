using System.Globalization;

namespace DichVuCong.Simulation.Bus;

/// <summary>What happened, step by step: always as a hash, by which two runs are compared, and as text when somebody wants to read it.</summary>
internal sealed class Trace(bool isWritten)
{
    private const ulong Prime = 1099511628211UL;

    private readonly List<string> _lines = [];

    /// <summary>The hash of every step so far.</summary>
    public ulong Hash { get; private set; } = 14695981039346656037UL;

    /// <summary>The steps as text; empty unless they are written.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Notes a step.</summary>
    /// <param name="now">When.</param>
    /// <param name="what">What.</param>
    /// <param name="about">Of which message, dossier or line.</param>
    /// <param name="detail">More.</param>
    public void Note(DateTimeOffset now, string what, string about, long detail = 0)
    {
        var hash = (Hash ^ (ulong)now.UtcTicks) * Prime;
        foreach (var letter in what) hash = (hash ^ letter) * Prime;
        foreach (var letter in about) hash = (hash ^ letter) * Prime;
        Hash = (hash ^ (ulong)detail) * Prime;
        if (isWritten) _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{now.ToOffset(TimeSpan.FromHours(7)):MM-dd HH:mm:ss.ffffff} {what} {about} {detail}"));
    }
}
