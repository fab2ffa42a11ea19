using System.Security.Cryptography;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>Draws identities of accounts. One that is taken is refused by <see cref="AccountConstraints.Account"/>, and another is drawn.</summary>
public static class AccountIds
{
    /// <summary>How often is drawn before something else must be wrong.</summary>
    public const int Tries = 4;

    /// <summary>An identity that very likely nobody has.</summary>
    public static AccountId Draw(DateTimeOffset now) =>
        AccountId.Of(VietnamTime.DayOf(now), BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));
}
