namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>Valid calls about payments, all of one made-up payer. $ID is the input's own; what stands in double braces is filled in when it is sent.</summary>
internal static class PaymentSamples
{
    /// <summary>The account that the agency registered, and its bank.</summary>
    public const string Account = "0123456789";

    /// <summary>Another account of the same agency.</summary>
    public const string OtherAccount = "9876543210";

    /// <summary>The bank of both.</summary>
    public const string Bank = "970436";

    /// <summary>What every prepared order costs.</summary>
    public const long Amount = 150_000;

    /// <summary>An obligation of two orders.</summary>
    public const string Obligation =
        $$$"""
        {"obligationId":"$ID","dossierCode":"{{dossier:0}}","expiresAt":"{{time:ahead}}",
         "payer":{"fullName":"Nguyễn Văn Mẫu","personalId":"001090000018","address":"Số 1 phố Mẫu"},
         "lines":[{"kind":"charge","code":"LP01","name":"Lệ phí đăng ký","amountVnd":100000,"beneficiaryAccount":"{{{Account}}}"},
                  {"kind":"1","code":"P01","name":"Phí thẩm định","amountVnd":50000,"beneficiaryAccount":"{{{Bank}}}/{{{OtherAccount}}}"}]}
        """;

    /// <summary>How a prepared order is stated.</summary>
    public const string OneOrder =
        $$$"""
        {"obligationId":"$ID","dossierCode":"{{dossier:0}}","expiresAt":"{{time:ahead}}",
         "lines":[{"kind":"charge","code":"LP01","name":"Lệ phí","amountVnd":150000,"beneficiaryAccount":"{{{Account}}}"}]}
        """;

    /// <summary>An obligation that is taken back.</summary>
    public const string Cancel = """{"reason":"Nộp trùng hồ sơ"}""";

    /// <summary>A payment that is to begin.</summary>
    public const string Pay = """{"partner":"vnpay","payerIp":"203.0.113.7"}""";

    /// <summary>A decision on a refund.</summary>
    public const string RefundDecision =
        """
        {"decisionNumber":"$ID","decisionDate":"2026-01-05","amountVnd":1000,"partner":"vnpay","transactionNo":"{{paid:number}}","route":"partner",
         "reason":"Nộp thừa","requestedBy":"lap01","approvedBy":"duyet02"}
        """;

    /// <summary>A receipt.</summary>
    public const string Receipt = """{"series":"BL26","number":"$ID","issuedOn":"2026-01-05","url":"https://bienlai.example/1?a=b"}""";

    /// <summary>An answer to an inquiry.</summary>
    public const string Answer = """{"answerId":"$ID","text":"Đã đối chiếu với ngân hàng","answeredBy":"ketoan01"}""";

    /// <summary>A bank's callback in our form.</summary>
    public const string BankForm =
        $$$"""
        {"orderReference":"{{order:1}}","transactionNo":"$ID","amountVnd":150000,"status":"SUCCESS","paymentCode":"00","payerBank":"NCB",
         "beneficiaryAccount":"{{{Account}}}","paidAt":"20261121080530","sentAt":"{{time:now}}"}
        """;

    /// <summary>VietQR's.</summary>
    public const string VietQr =
        $$$"""
        {"transactionid":"$ID","transactiontime":1795219530000,"referencenumber":"$ID","amount":150000,"content":"NOP LE PHI {{order:1}}",
         "bankaccount":"{{{Account}}}","transType":"C","orderId":"{{order:1}}","terminalCode":"","subTerminalCode":"","serviceCode":"","urlLink":"","sign":""}
        """;

    /// <summary>INIT.</summary>
    public const string Init =
        $$$"""
        {"LoaiBanTin":"INIT","PhienBan":"1.0.6","MaDoiTac":"DOITAC1","MaThamChieu":"$ID","SoTien":"150000","LoaiHinhThanhToan":"PAY","MaKenhThanhToan":"1",
         "MaThietBi":"1","NgonNgu":"vi-VN","MaTienTe":"VND","MaNganHang":"PAYMENT","ThongTinGiaoDich":"Nộp lệ phí","ThoiGianGD":"20261121080000","Ip":"127.0.0.1",
         "ThongTinBienLai":{"MaDichVu":"2","MaDVC":"1.001193.01","TenTTHC":"Đăng ký","MaTTHC":"1.001193","MaDonVi":"H29.168","TenDonVi":"UBND phường",
           "MaHoSo":"{{dossier:0}}","TKThuHuong":"{{{Account}}}","MaNHThuHuong":"{{{Bank}}}","TenTKThuHuong":"KBNN mau","HoTenNguoiNop":"Nguyễn Văn Mẫu",
           "SoCMNDNguoiNop":"001090000018","DiaChiNguoiNop":"Số 1 phố Mẫu",
           "PhiLePhi":[{"LoaiPhiLePhi":"1","MaPhiLePhi":"2","TenPhiLePhi":"Phí","SoTien":"100000"},{"LoaiPhiLePhi":"2","MaPhiLePhi":"3","TenPhiLePhi":"","SoTien":50000}],
           "DSKhoanNop":[{"NoiDung":"Lệ phí","SoTien":"150000"}]},
         "MaXacThuc":"{{hash:platform}}"}
        """;

    /// <summary>QUERY, and GET_BILL with another type.</summary>
    public const string Query =
        """
        {"LoaiBanTin":"QUERY","PhienBan":"1.0.6","MaDoiTac":"DOITAC1","MaThamChieu":"{{init:0}}","ThoiGianGD":"20261121080000","MaXacThuc":"{{hash:platform}}"}
        """;

    /// <summary>The parameters of VNPAY's IPN.</summary>
    public static readonly (string Name, string Value)[] Ipn =
    [
        ("vnp_Amount", "15000000"), ("vnp_BankCode", "NCB"), ("vnp_BankTranNo", "VNP14000001"), ("vnp_CardType", "ATM"), ("vnp_OrderInfo", "Nop phi, le phi"),
        ("vnp_PayDate", "20261121080530"), ("vnp_ResponseCode", "00"), ("vnp_TmnCode", "TESTTMN1"), ("vnp_TransactionNo", "$ID"), ("vnp_TransactionStatus", "00"),
        ("vnp_TxnRef", "{{order:1}}"),
    ];
}
