namespace DichVuCong.Sandbox.Banks.Ministries;

/// <summary>A payment as a ministry's system knows it: what it asked for, and what the portal told it.</summary>
/// <param name="Partner">The ministry's MaDoiTac.</param>
/// <param name="Reference">Its MaThamChieu.</param>
internal sealed record MinistryPayment(string Partner, string Reference)
{
    /// <summary>Đồng that it asked for by INIT; null when it did not.</summary>
    public long? Asked { get; init; }

    /// <summary>The callbacks that it took, repeats among them.</summary>
    public int Callbacks { get; init; }

    /// <summary>Those that it did not take: wrong hash, or other content than before.</summary>
    public int Refused { get; init; }

    /// <summary>The last MaLoi that it took; null when it took none.</summary>
    public string? LastMaLoi { get; init; }

    /// <summary>MaGiaoDich of the payment that it was told of; null when it was told of none.</summary>
    public string? PaidBy { get; init; }

    /// <summary>Đồng that it was told were paid.</summary>
    public long Paid { get; init; }

    /// <summary>The payments that it was told of, by MaGiaoDich: each counts once.</summary>
    public IReadOnlyList<string> Payments { get; init; } = [];
}
