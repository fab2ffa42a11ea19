namespace DichVuCong.Payments.Desk;

/// <summary>An order that was taken.</summary>
/// <param name="IsNew">Whether it was not given before; one that was is done once.</param>
public sealed record OrderGiven(bool IsNew);
