using System.Text;
using System.Text.Unicode;

namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>Texts of callbacks, made sure of.</summary>
internal static class CallbackText
{
    /// <summary>The text of UTF-8 bytes; null when they are none.</summary>
    public static string? OfUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
}
