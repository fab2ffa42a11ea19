using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Post;

/// <summary>One step of a parcel: the StatusCode and the words that tell of it. The codes are ours: no list is public.</summary>
internal sealed record PostStep(string Code, string Text)
{
    /// <summary>From here on it cannot be cancelled.</summary>
    public bool IsPickUp => Code == "2";
}

/// <summary>The ways that parcels go; each ends with the parcel at its receiver.</summary>
internal static class PostJourneys
{
    private const double ShareOfSecondTries = 0.1;

    private static readonly PostStep Created = new("1", "Đã tạo đơn");
    private static readonly PostStep PickedUp = new("2", "Đã thu gom");
    private static readonly PostStep InTransit = new("3", "Đang vận chuyển");
    private static readonly PostStep Delivered = new("4", "Phát thành công");
    private static readonly PostStep Failed = new("6", "Phát không thành công");

    private static readonly IReadOnlyList<PostStep> Usual = [Created, PickedUp, InTransit, Delivered];
    private static readonly IReadOnlyList<PostStep> SecondTry = [Created, PickedUp, InTransit, Failed, InTransit, Delivered];

    /// <summary>What tells of a cancelling.</summary>
    public static PostStep Cancelled { get; } = new("7", "Đã huỷ đơn");

    /// <summary>A code that no table knows.</summary>
    public static PostStep Unknown { get; } = new("77", "Trạng thái mới");

    /// <summary>The way of a parcel.</summary>
    public static IReadOnlyList<PostStep> Of(long seed, string number) => Chance.Share(seed, "post-journey", number) < ShareOfSecondTries ? SecondTry : Usual;
}
