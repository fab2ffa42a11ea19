using System.Globalization;

namespace DichVuCong.Saga.Filing;

/// <summary>Sizes as applicants read them: <c>10 MB</c>, <c>1,5 MB</c>, <c>300 KB</c>.</summary>
internal static class FileSize
{
    private const decimal Kilo = 1024;

    public static string InWords(long bytes) => bytes switch
    {
        >= (long)(Kilo * Kilo) => $"{Number(bytes / (Kilo * Kilo))} MB",
        >= (long)Kilo => $"{Number(bytes / Kilo)} KB",
        _ => $"{Number(bytes)} byte",
    };

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');
}
