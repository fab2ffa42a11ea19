using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Saga.Parcels;

/// <content>Ordering, cancelling, handing over.</content>
internal sealed partial class ParcelDeciding
{
    /// <summary>
    /// Orders the parcel. An order that the post never had keeps its number; one that replaces an earlier order has the next, since the
    /// post takes each number once.
    /// </summary>
    public void Order()
    {
        var attempt = Data.State is ParcelState.Held ? Data.Attempt : Data.Attempt + 1;
        if (attempt > PostOrderNumber.MostAttempts)
        {
            Data = Data with { Remark = $"Đã đặt {PostOrderNumber.MostAttempts} lần: không đặt thêm" };
            return;
        }

        Data = Data with { Attempt = attempt, IsWanted = true, Customer = null, ItemCode = null, Remark = null, HeardAt = null };
        MoveTo(ParcelState.Ordered, Now);
        Keep(ParcelStep.Ordered, Data.Order.Value);
        foreach (var customer in rules.Customers) Send(new FollowTracking(customer));
        Send(new CreatePostOrder(Data.Order, Data.Agency, Data.Cash));
    }

    /// <summary>Nobody wants it carried any more. What the post carries already goes on.</summary>
    public void BeUnwanted()
    {
        if (!Data.IsWanted && Data.State != ParcelState.Asked) return;
        Data = Data with { IsWanted = false };
        if (Data.State is ParcelState.Asked or ParcelState.Held) MoveTo(ParcelState.Cancelled, Now);
        else if (Data.State == ParcelState.Created) AskToCancel();
    }

    /// <summary>Asks the post to cancel the order that it has.</summary>
    public void AskToCancel()
    {
        Keep(ParcelStep.CancelAsked, Data.Order.Value);
        Send(new CancelPostOrder(Data.Order, Data.Customer ?? ""));
    }

    /// <summary>
    /// The parcel is with its receiver: a result's dossier has its last step behind it, and what the postman collected is paid.
    /// </summary>
    /// <param name="row">16 hexadecimal digits that identify the word on which this rests.</param>
    public void HandOver(string row)
    {
        if (Data.Parcel.Kind != ParcelKind.Result) return;
        Send(new RecordAgencyStatus(Data.Parcel.Dossier, PostSystem, new AgencyStatusRow
        {
            RowId = row,
            Source = StatusSource.Post,
            State = DossierState.Returned,
            // The post's clock is not the agency's: a result is never handed over before it was there.
            At = Data.Since < Data.WantedSince ? Data.WantedSince : Data.Since,
            Text = Data.ItemCode is { } item ? $"Bưu chính công ích đã phát kết quả, bưu gửi {item}" : "Bưu chính công ích đã phát kết quả",
        }));
        foreach (var fee in Data.Fees ?? []) Publish(new CashCollected(fee.Obligation, Data.Order, fee.Amount, Data.Since));
    }

    /// <summary>What a dossier's history names as the system that told of the handing over.</summary>
    private const string PostSystem = "vnpost";
}
