using System.Diagnostics;

namespace DichVuCong.Runtime.Lanes;

/// <summary>What may be said of a decision that failed: it goes into the table of parked messages and into the log.</summary>
internal static class DecisionFailure
{
    private const string Ours = "DichVuCong.";

    /// <summary>
    /// The text of an exception of our own names types and rules, never a person, and is said. Others quote what they were given - a parser the
    /// number that it could not read, a dictionary the key that it did not find - so of them only the kind and the place are.
    /// </summary>
    public static string TextOf(Exception failure)
    {
        var name = failure.GetType().Name;
        if (IsOurs(failure.TargetSite?.DeclaringType)) return $"{name}: {failure.Message}";
        var place = new StackTrace(failure, fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => IsOurs(method?.DeclaringType));
        return place is null ? $"{name}." : $"{name} in {place.DeclaringType!.Name}.{place.Name}.";
    }

    private static bool IsOurs(Type? type) => type?.Assembly.GetName().Name?.StartsWith(Ours, StringComparison.Ordinal) ?? false;
}
