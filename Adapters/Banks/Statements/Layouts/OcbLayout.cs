using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Layouts;

/// <summary>
/// CSV in OCB's style: each line ends with MD5(line + key), and there is no trailer (external-parties.md A8, from code). Without one a file cut
/// exactly between two lines shows only by its size, which the bank must announce. The account is that of the contract; that the file's name holds
/// the day is inferred.
/// </summary>
public static class OcbLayout
{
    /// <summary>The layout.</summary>
    public static TextLayout Of(char separator = ',') => new()
    {
        Name = "ocb",
        DayInName = "yyyyMMdd",
        Detail = new()
        {
            Separator = separator,
            Fields = [new("merchantTxn"), new("bankTxn"), new("bankFT"), new("date"), new("amount"), new("ccy"), new("rrc"), new("checksum")],
            Checksum = new("checksum", ChecksumRule.LineAndKey),
        },
        Line = new()
        {
            Amount = "amount",
            Currency = "ccy",
            PartnerReference = "bankTxn",
            OurReference = "merchantTxn",
            // The file names no account; the transfer's number stands for the booking on the one account of the contract.
            Account = "bankFT",
            Status = "rrc",
            Time = new(["date"], ["dd/MM/yyyy", "yyyyMMdd"]),
            DaysBefore = 0,
            Result = "rrc",
        },
    };
}
