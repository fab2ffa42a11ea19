namespace DichVuCong.Saga.Reconciliation;

/// <summary>The mark of a partner's number of a payment: 16 bits, which are enough to tell the few rows of one reference apart.</summary>
public static class NumberMark
{
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    /// <summary>The mark of a number (FNV-1a, folded), the same on every host; 0 when there is none.</summary>
    public static ushort Of(string? number)
    {
        if (string.IsNullOrEmpty(number)) return 0;
        var hash = Basis;
        foreach (var letter in number) hash = unchecked((hash ^ letter) * Prime);
        var mark = (ushort)(hash ^ (hash >> 16));
        return mark == 0 ? (ushort)1 : mark;
    }
}
