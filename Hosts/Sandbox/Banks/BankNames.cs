namespace DichVuCong.Sandbox.Banks;

/// <summary>
/// The names of the banks, and the accounts and secrets of the documented test vectors (<c>external-parties.md</c> A1-A3). Anybody can read
/// them: they are for development, and the portal refuses them elsewhere.
/// </summary>
internal static class BankNames
{
    /// <summary>VNPAY.</summary>
    public const string Vnpay = "vnpay";

    /// <summary>VietQR.vn.</summary>
    public const string VietQr = "vietqr";

    /// <summary>The older payment platform, of which the portal is a client.</summary>
    public const string Platform = "platform";

    /// <summary>A bank in the portal's form that signs with HMAC.</summary>
    public const string DevBank = "mb";

    /// <summary>A bank in the portal's form that signs with RSA.</summary>
    public const string RsaBank = "mbrsa";

    /// <summary>DEVELOPMENT ONLY: VNPAY's terminal.</summary>
    public const string VnpayTerminal = "TESTTMN1";

    /// <summary>DEVELOPMENT ONLY: VNPAY's hash secret.</summary>
    public const string VnpaySecret = "SECRETKEY-TEST";

    /// <summary>DEVELOPMENT ONLY: the partner's code at the platform, and a ministry's with the portal.</summary>
    public const string PlatformPartner = "DOITAC1";

    /// <summary>DEVELOPMENT ONLY: the secret of that partner.</summary>
    public const string PlatformSecret = "BIMAT-TEST";

    /// <summary>DEVELOPMENT ONLY: VietQR's user at the portal, and the portal's at VietQR.</summary>
    public const string VietQrUser = "user1";

    /// <summary>DEVELOPMENT ONLY: VietQR's password and secret key.</summary>
    public const string VietQrSecret = "SECRET";

    /// <summary>DEVELOPMENT ONLY: the shared secret of the bank that signs with HMAC.</summary>
    public const string DevBankSecret = "BANK-TEST";

    /// <summary>The number of the simulated banks among banks; six digits.</summary>
    public const string Bin = "970499";
}
