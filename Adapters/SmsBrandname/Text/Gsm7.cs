using System.Collections.Frozen;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>The default alphabet of SMS (3GPP TS 23.038 6.2.1) as far as counting needs it.</summary>
internal static class Gsm7
{
    private static readonly FrozenSet<char> Basic =
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
         + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").ToFrozenSet();

    /// <summary>Written with an escape before them.</summary>
    private static readonly FrozenSet<char> Extension = "\f^{}\\[~]|€".ToFrozenSet();

    /// <summary>How many septets a character takes: 1, 2 for the extension table, 0 when the alphabet lacks it.</summary>
    public static int SeptetsOf(char character) => Basic.Contains(character) ? 1 : Extension.Contains(character) ? 2 : 0;
}
