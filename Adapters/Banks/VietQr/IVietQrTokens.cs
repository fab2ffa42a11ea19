namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>The tokens that we gave VietQR. The host keeps them, where all of its copies see them.</summary>
public interface IVietQrTokens
{
    /// <summary>Whether a token is one of ours and has not expired.</summary>
    bool IsActive(string token, DateTimeOffset now);
}
