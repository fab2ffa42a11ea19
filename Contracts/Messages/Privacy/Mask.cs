namespace DichVuCong.Contracts;

/// <summary>How personal data looks wherever it is shown.</summary>
internal static class Mask
{
    /// <summary>Stars, and the last <paramref name="visible"/> characters.</summary>
    public static string KeepEnd(string value, int visible) =>
        value.Length <= visible ? new string('*', value.Length) : new string('*', value.Length - visible) + value[^visible..];
}
