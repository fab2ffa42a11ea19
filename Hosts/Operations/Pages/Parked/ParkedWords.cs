using DichVuCong.Operations.Language;

namespace DichVuCong.Operations.Pages.Parked;

/// <summary>How clocks are called, where they stand still behind a parked message.</summary>
internal static class ParkedWords
{
    public static Words Clock(string name) => name switch
    {
        "deadline" => new Words("hạn trả kết quả", "deadline of the result"),
        "acceptance" => new Words("hạn tiếp nhận", "acceptance by the agency"),
        "undelivered" => new Words("hạn giao cho hệ thống một cửa", "delivery to the one-stop system"),
        "silence" => new Words("hạn cơ quan phải báo tin", "silence of the agency"),
        "future" => new Words("tin có hiệu lực sau", "row that takes effect later"),
        "expiry" => new Words("hạn thanh toán", "expiry of the order"),
        "asking" => new Words("hỏi lại ngân hàng", "asking the bank"),
        "refunds" => new Words("hoàn tiền", "refunds"),
        "confirming" => new Words("báo xác nhận thanh toán", "confirmation of the payment"),
        "receipt" => new Words("hạn biên lai", "receipt"),
        "claim" => new Words("hạn nhận tra soát", "claim of the inquiry"),
        "reminder" => new Words("nhắc tra soát", "reminder of the inquiry"),
        _ => new Words(name, name),
    };
}
