namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>A line of DanhSachLePhi as it was read, whatever its generation (2.3). The wire's lines name no account.</summary>
/// <param name="Kind">LoaiPhiLePhi: 1 fee, 2 charge.</param>
/// <param name="Code">MaPhiLePhi.</param>
/// <param name="Name">TenPhiLePhi.</param>
/// <param name="Amount">Gia: an amount in đồng, as text that may be anything.</param>
public sealed record InboundFee(string? Kind, string? Code, string? Name, string? Amount);
