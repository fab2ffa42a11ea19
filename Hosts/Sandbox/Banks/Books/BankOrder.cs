namespace DichVuCong.Sandbox.Banks.Books;

/// <summary>The place of an order: what it is changes under its lock, by <see cref="BankBook.Change"/> alone.</summary>
internal sealed class BankOrder(BankOrderRecord record)
{
    private volatile BankOrderRecord _record = record;

    /// <summary>What the order is now.</summary>
    public BankOrderRecord Record
    {
        get => _record;
        set => _record = value;
    }
}
