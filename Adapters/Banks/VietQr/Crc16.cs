namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>CRC-16/CCITT-FALSE: polynomial 1021, first value FFFF, nothing reflected (EMVCo, field 63).</summary>
internal static class Crc16
{
    private const ushort Polynomial = 0x1021;
    private const ushort First = 0xFFFF;

    /// <summary>The checksum.</summary>
    public static ushort Of(ReadOnlySpan<byte> data)
    {
        var crc = First;
        foreach (var value in data)
        {
            crc ^= (ushort)(value << 8);
            for (var bit = 0; bit < 8; bit++) crc = (ushort)((crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ Polynomial);
        }

        return crc;
    }
}
